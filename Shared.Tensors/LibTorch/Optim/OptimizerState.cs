namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState
{
    // Beyond it no tensor exists; a file that claims more is damaged.
    private const int MaxDimensions = 64;

    private protected OptimizerState(Parameter parameter) => Owner = parameter;

    /// <summary>The parameter; every tensor of the state has its shape.</summary>
    internal Parameter Owner { get; }

    internal abstract int Tensors { get; }

    internal virtual int Numbers => 0;

    /// <summary>How many steps the parameter took.</summary>
    internal virtual long Steps
    {
        get => 0;
        set { }
    }

    /// <summary>Parameters with equal keys can be updated together: every scalar of the update is the same.</summary>
    internal virtual (long, double) Key => (Steps, 0);

    /// <summary>Writes whether there is a tensor, and the tensor.</summary>
    public static unsafe void SaveConditionalStateTensor(BinaryWriter writer, torch.Tensor? tensor)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(tensor is not null);
        if (tensor is null)
            return;
        using var local = tensor.cpu();
        using var rows = local.contiguous();
        var info = rows.Info;
        writer.Write((byte)info.DType);
        writer.Write((byte)info.Dimensions);
        foreach (var size in info.Sizes)
            writer.Write(size);
        writer.Flush();
        using (var elements = new UnmanagedMemoryStream((byte*)info.Data, info.Count * info.ItemSize))
            elements.CopyTo(writer.BaseStream);
        GC.KeepAlive(rows);
    }

    /// <summary>Moves the tensors to a device.</summary>
    public virtual void to(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        for (var i = 0; i < Tensors; i++)
        {
            if (Slot(i) is { } tensor)
                Replace(i, FactoryOperators.ToByDevice.Call(tensor, torch.InitializeDevice(device), tensor.dtype));
        }
    }

    /// <summary>Whether the other state is of the same kind, with the same steps and tensors that differ by rounding at most.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other)
    {
        if (other is null || other.GetType() != GetType() || other.Steps != Steps)
            return false;
        for (var i = 0; i < Numbers; i++)
        {
            if (Math.Abs(Number(i) - other.Number(i)) > 1e-8 + (1e-5 * Math.Abs(other.Number(i))))
                return false;
        }
        for (var i = 0; i < Tensors; i++)
        {
            var (mine, others) = (Slot(i), other.Slot(i));
            if (mine is null || others is null ? !ReferenceEquals(mine, others)
                : !mine.shape.AsSpan().SequenceEqual(others.shape) || !ComparisonOperators.Allclose.CallBool(mine, others))
                return false;
        }
        return true;
    }

    /// <summary>Takes copies of the other's values over.</summary>
    /// <exception cref="ArgumentException">It is another optimizer's state, or of a parameter of another shape.</exception>
    public virtual void LoadStateDict(OptimizerState source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.GetType() != GetType())
            throw new ArgumentException($"This is a state of {source.GetType().DeclaringType?.Name}, not of {GetType().DeclaringType?.Name}.", nameof(source));
        if (!source.Owner.shape.AsSpan().SequenceEqual(Owner.shape))
        {
            throw new ArgumentException(
                $"The state is of a parameter of shape [{string.Join(", ", source.Owner.shape)}], this parameter's is [{string.Join(", ", Owner.shape)}].", nameof(source));
        }
        if (ReferenceEquals(source, this))
            return;
        Steps = source.Steps;
        for (var i = 0; i < Numbers; i++)
            Number(i) = source.Number(i);
        for (var i = 0; i < Tensors; i++)
        {
            using var converted = source.Slot(i) is { } tensor ? FactoryOperators.ToByDevice.Call(tensor, Owner.device, Owner.dtype) : null;
            Replace(i, converted?.clone());
        }
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The data are damaged, or belong to a parameter of another shape.</exception>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Steps = reader.ReadInt64();
        for (var i = 0; i < Numbers; i++)
            Number(i) = reader.ReadDouble();
        for (var i = 0; i < Tensors; i++)
            Replace(i, ReadTensor(reader));
    }

    /// <summary>Writes the values.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Steps);
        for (var i = 0; i < Numbers; i++)
            writer.Write(Number(i));
        for (var i = 0; i < Tensors; i++)
            SaveConditionalStateTensor(writer, Slot(i));
    }

    /// <summary>The tensors one by one; those that the options make needless are null.</summary>
    internal abstract ref torch.Tensor Slot(int index);

    /// <summary>The numbers beside the steps, one by one.</summary>
    internal virtual ref double Number(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, "There are no numbers.");

    /// <summary>A state of the same kind for the same parameter, as before the first step.</summary>
    internal abstract OptimizerState New();

    /// <summary>A tensor; where there is none yet, zeros from now on.</summary>
    internal torch.Tensor SlotOrZeros(int index)
    {
        ref var slot = ref Slot(index);
        return slot ??= Zeros(Owner);
    }

    /// <summary>Frees the tensors.</summary>
    internal void Release()
    {
        for (var i = 0; i < Tensors; i++)
            Replace(i, null);
    }

    /// <summary>A tensor of the state: it lives until the optimizer frees it, whatever scope is around.</summary>
    private protected static torch.Tensor Kept(torch.Tensor tensor) => tensor.DetachFromDisposeScope();

    private protected static torch.Tensor Zeros(Parameter like)
    {
        using var recordsNothing = torch.no_grad();
        return Kept(torch.zeros_like(like));
    }

    private protected static torch.Tensor Filled(Parameter like, double value)
    {
        using var recordsNothing = torch.no_grad();
        return Kept(torch.full_like(like, value));
    }

    private void Replace(int index, torch.Tensor? tensor)
    {
        ref var slot = ref Slot(index);
        if (!ReferenceEquals(slot, tensor))
            slot?.Dispose();
        slot = tensor?.DetachFromDisposeScope()!;
    }

    private unsafe torch.Tensor? ReadTensor(BinaryReader reader)
    {
        if (!reader.ReadBoolean())
            return null;
        var type = (torch.ScalarType)reader.ReadByte();
        int dimensions = reader.ReadByte();
        if (dimensions > MaxDimensions)
            throw new InvalidDataException($"A tensor of the state claims {dimensions} dimensions.");
        var shape = new long[dimensions];
        for (var i = 0; i < dimensions; i++)
            shape[i] = reader.ReadInt64();
        // The parameter bounds what is allocated.
        if (!Owner.shape.AsSpan().SequenceEqual(shape) || type != Owner.dtype)
        {
            throw new InvalidDataException(
                $"A tensor of the state is {type} [{string.Join(", ", shape)}], its parameter {Owner.dtype} [{string.Join(", ", Owner.shape)}].");
        }
        using var local = torch.empty(shape, type);
        var info = local.Info;
        using (var elements = new UnmanagedMemoryStream((byte*)info.Data, info.Count * info.ItemSize,
            info.Count * info.ItemSize, FileAccess.Write))
        {
            var buffer = new byte[(int)Math.Min(1 << 16, elements.Length)];
            for (var left = elements.Length; left > 0;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                reader.BaseStream.ReadExactly(part);
                elements.Write(part);
                left -= part.Length;
            }
        }
        return FactoryOperators.ToByDevice.Call(local, Owner.device, type, false, true);
    }
}
