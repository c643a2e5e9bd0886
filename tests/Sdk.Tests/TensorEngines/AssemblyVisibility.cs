using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Sdk.Tests.TensorEngines;

/// <summary>Changes which types of a compiled file others can see.</summary>
internal static class AssemblyVisibility
{
    /// <summary>A copy of which the chosen types are public, and no others. Nested types stay as they are.</summary>
    /// <param name="assembly">The file.</param>
    /// <param name="isVisible">Which types, by name with namespace.</param>
    public static byte[] Limit(byte[] assembly, Func<string, bool> isVisible)
    {
        byte[] copy = [.. assembly];
        using var file = new PEReader(new MemoryStream(assembly));
        MetadataReader reader = file.GetMetadataReader();
        int table = file.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.TypeDef);
        int size = reader.GetTableRowSize(TableIndex.TypeDef);
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            if (!type.GetDeclaringType().IsNil)
                continue;
            // What is internal to the torch part must stay so: only TorchSharp's users count.
            string name = $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
            bool isPublic = isVisible(name) && (type.Attributes.HasFlag(TypeAttributes.Public) || !name.StartsWith("TorchSharp.", StringComparison.Ordinal));
            TypeAttributes attributes = (type.Attributes & ~TypeAttributes.VisibilityMask) | (isPublic ? TypeAttributes.Public : TypeAttributes.NotPublic);
            // The flags are the first column of a row.
            BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(table + ((MetadataTokens.GetRowNumber(handle) - 1) * size)), (int)attributes);
        }

        return copy;
    }
}
