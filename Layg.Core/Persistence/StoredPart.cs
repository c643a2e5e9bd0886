using SharedSource;

namespace Layg;

/// <summary>The fit of an emulator that another one contains, inside the stored form of that one.</summary>
internal static class StoredPart
{
    /// <summary>Writes the kind of the emulator and what it stores of its fit.</summary>
    /// <exception cref="NotSupportedException">The emulator stores nothing of what it learnt.</exception>
    public static void Write(BinaryWriter writer, IEmulator emulator, IFittedEmulator fitted)
    {
        if (emulator is not IPersistentEmulator persistent)
            throw new NotSupportedException($"{emulator.GetType().Name} is no {nameof(IPersistentEmulator)}, so its fit cannot be stored.");
        using MemoryStream content = new();
        persistent.Save(fitted, content);
        writer.Write(KindOf(emulator));
        writer.Write(content.Length);
        writer.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="NotSupportedException">It is of another kind of emulator.</exception>
    public static IFittedEmulator Read(BinaryReader reader, IEmulator emulator, FitContext context)
    {
        string kind = reader.ReadString();
        long length = reader.ReadInt64();
        if (emulator is not IPersistentEmulator persistent || !kind.Equals(KindOf(emulator), StringComparison.Ordinal))
            throw new NotSupportedException($"The stored fit is that of a {kind}, not of a {KindOf(emulator)}.");
        using MemoryStream content = new(reader.ReadExactly(length), writable: false);
        return persistent.Load(content, context);
    }

    private static string KindOf(IEmulator emulator) => emulator.GetType().FullName!;
}
