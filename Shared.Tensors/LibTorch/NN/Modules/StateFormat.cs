namespace TorchSharp;

/// <summary>
/// TorchSharp's format of tensors by name: their number; per tensor its name, type, dimensions, sizes and elements in row-major order.
/// Numbers are in 7-bit groups, lowest first. Reading trusts nothing but the sizes of the tensors that it fills.
/// </summary>
internal static class StateFormat
{
    private const int ChunkBytes = 1 << 26;
    private const int MostDimensions = 64;
    private const long MostEntries = 1 << 24;

    internal static void WriteNumber(BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    internal static void WriteTensor(BinaryWriter writer, torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = torch.NewDisposeScope();
        var plain = tensor.detach().cpu().resolve_conj().resolve_neg().contiguous();
        WriteNumber(writer, (long)plain.dtype);
        WriteNumber(writer, plain.ndim);
        foreach (var size in plain.shape)
            WriteNumber(writer, size);
        foreach (var chunk in Chunks(plain))
        {
            writer.Write(chunk.bytes);
            GC.KeepAlive(chunk);
        }
    }

    internal static long ReadEntryCount(BinaryReader reader)
    {
        var count = ReadNumber(reader, "the number of tensors");
        return count is >= 0 and <= MostEntries ? count : throw Refused($"{count} tensors");
    }

    internal static string ReadName(BinaryReader reader)
    {
        try
        {
            return reader.ReadString();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or IOException or ArgumentException or OutOfMemoryException)
        {
            throw new InvalidDataException("The stream is refused: it ends within a name, or a name is damaged.", e);
        }
    }

    /// <summary>Reads what follows a name into a tensor, or past it where that is null.</summary>
    internal static void ReadTensor(BinaryReader reader, torch.Tensor? target, string name)
    {
        var type = (torch.ScalarType)ReadNumber(reader, $"the type of '{name}'");
        var bytes = BytesOf(type) ?? throw Refused($"'{name}' has elements of the unknown type {(long)type}");
        var dimensions = ReadNumber(reader, $"the dimensions of '{name}'");
        if (dimensions is < 0 or > MostDimensions)
            throw Refused($"'{name}' has {dimensions} dimensions");
        var shape = new long[dimensions];
        var count = 1L;
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = ReadNumber(reader, $"the sizes of '{name}'");
            if (shape[i] < 0 || (shape[i] > 0 && count > long.MaxValue / bytes / shape[i]))
                throw Refused($"'{name}' has a dimension of size {shape[i]}");
            count *= shape[i];
        }
        if (target is null)
        {
            Skip(reader, count * bytes, name);
            return;
        }
        if (!shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new InvalidOperationException(
                $"The shape of '{name}' is [{string.Join(", ", shape)}] in the stream and [{string.Join(", ", target.shape)}] in the module.");
        }
        using var scope = torch.NewDisposeScope();
        using var mode = torch.no_grad();
        var read = torch.empty(shape, type, torch.CPU);
        foreach (var chunk in Chunks(read))
        {
            try
            {
                reader.BaseStream.ReadExactly(chunk.bytes);
            }
            catch (EndOfStreamException e)
            {
                throw new InvalidDataException($"The stream is refused: it ends within the elements of '{name}'.", e);
            }
            GC.KeepAlive(chunk);
        }
        target.copy_(read);
    }

    private static long ReadNumber(BinaryReader reader, string what)
    {
        try
        {
            return reader.Read7BitEncodedInt64();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException($"The stream is refused: it ends within {what}, or that is damaged.", e);
        }
    }

    private static void Skip(BinaryReader reader, long bytes, string name)
    {
        var buffer = new byte[(int)Math.Min(bytes, 1 << 16)];
        while (bytes > 0)
        {
            var read = reader.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length));
            if (read == 0)
                throw Refused($"it ends within the elements of '{name}'");
            bytes -= read;
        }
    }

    private static long? BytesOf(torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => null,
    };

    private static InvalidDataException Refused(string fault) => new($"The stream is refused: {fault}.");

    // A span has at most 2^31 bytes; tensors may have more.
    private static IEnumerable<torch.Tensor> Chunks(torch.Tensor tensor)
    {
        var flat = tensor.view(-1);
        var step = ChunkBytes / flat.ElementSize;
        for (var start = 0L; start < flat.numel(); start += step)
            yield return flat.narrow(0, start, Math.Min(step, flat.numel() - start));
    }
}
