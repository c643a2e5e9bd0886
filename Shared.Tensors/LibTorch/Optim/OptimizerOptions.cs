namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters; null stands for the optimizer's.</summary>
public class OptimizerOptions
{
    /// <summary>How far a step goes.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate from which schedules start; 0 until one has set it.</summary>
    public double InitialLearningRate { get; set; }

    internal virtual int Numbers => 0;

    internal virtual int Flags => 0;

    /// <summary>Takes the other's values over.</summary>
    /// <exception cref="ArgumentException">They are another optimizer's options.</exception>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.GetType() != GetType())
            throw new ArgumentException($"These are options of {Owner(source)}, not of {Owner(this)}.", nameof(source));
        LearningRate = source.LearningRate;
        InitialLearningRate = source.InitialLearningRate;
        for (var i = 0; i < Numbers; i++)
            Number(i) = source.Number(i);
        for (var i = 0; i < Flags; i++)
            Flag(i) = source.Flag(i);
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        LearningRate = reader.ReadDouble();
        InitialLearningRate = reader.ReadDouble();
        for (var i = 0; i < Numbers; i++)
            Number(i) = reader.ReadDouble();
        for (var i = 0; i < Flags; i++)
            Flag(i) = reader.ReadBoolean();
    }

    /// <summary>Writes the values; all must be set, as they are in an optimizer's groups.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(LearningRate!.Value);
        writer.Write(InitialLearningRate);
        for (var i = 0; i < Numbers; i++)
            writer.Write(Number(i)!.Value);
        for (var i = 0; i < Flags; i++)
            writer.Write(Flag(i)!.Value);
    }

    /// <summary>The numbers one by one, for storing and defaults.</summary>
    internal virtual ref double? Number(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, "There are no numbers.");

    /// <summary>The switches one by one, for storing and defaults.</summary>
    internal virtual ref bool? Flag(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, "There are no switches.");

    /// <summary>A new object of the same kind, with nothing set.</summary>
    internal virtual OptimizerOptions New() => new();

    /// <summary>Throws where a value is out of its range.</summary>
    internal virtual void Validate() => OptimizerChecks.LearningRate(LearningRate);

    internal void TakeDefaults(OptimizerOptions defaults)
    {
        if (defaults.GetType() != GetType())
            throw new ArgumentException($"The group has options of {Owner(this)}; the optimizer is {Owner(defaults)}.");
        LearningRate ??= defaults.LearningRate;
        for (var i = 0; i < Numbers; i++)
            Number(i) ??= defaults.Number(i);
        for (var i = 0; i < Flags; i++)
            Flag(i) ??= defaults.Flag(i);
    }

    private static string Owner(OptimizerOptions options) => options.GetType().DeclaringType?.Name ?? options.GetType().Name;
}
