using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sdk.Tests.TensorEngines;

/// <summary>What a compiled file uses of another, and what it offers, read without loading either.</summary>
internal sealed class AssemblyReferences : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    public AssemblyReferences(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _reader = _file.GetMetadataReader();
    }

    /// <summary>The types that it declares, each with its namespace; nested ones after a plus.</summary>
    public IEnumerable<string> DeclaredTypes => _reader.TypeDefinitions.Select(NameOf);

    /// <summary>The members that it declares, each after its type and a colon.</summary>
    public IEnumerable<string> DeclaredMembers => _reader.TypeDefinitions.SelectMany(type =>
        _reader.GetTypeDefinition(type).GetMethods().Select(method => _reader.GetMethodDefinition(method).Name)
            .Concat(_reader.GetTypeDefinition(type).GetFields().Select(item => _reader.GetFieldDefinition(item).Name))
            .Select(name => $"{NameOf(type)}:{_reader.GetString(name)}"));

    /// <summary>The types of another assembly that it uses.</summary>
    public IEnumerable<string> UsedTypes(string assembly) => _reader.TypeReferences.Where(type => AssemblyOf(type) == assembly).Select(NameOf);

    /// <summary>The methods and fields of another assembly that it uses, each after its type and a colon.</summary>
    public IEnumerable<string> UsedMembers(string assembly) => _reader.MemberReferences.Select(_reader.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference && AssemblyOf((TypeReferenceHandle)member.Parent) == assembly)
        .Select(member => $"{NameOf((TypeReferenceHandle)member.Parent)}:{_reader.GetString(member.Name)}");

    public void Dispose() => _file.Dispose();

    private string? AssemblyOf(TypeReferenceHandle handle)
    {
        EntityHandle scope = _reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => AssemblyOf((TypeReferenceHandle)scope),
            _ => null,
        };
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        TypeReference type = _reader.GetTypeReference(handle);
        string name = _reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}+{name}" : $"{_reader.GetString(type.Namespace)}.{name}";
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        string name = _reader.GetString(type.Name);
        return type.GetDeclaringType().IsNil ? $"{_reader.GetString(type.Namespace)}.{name}" : $"{NameOf(type.GetDeclaringType())}+{name}";
    }
}
