namespace TorchSharp.Modules;

/// <summary>What a recurrent network's constructor is given.</summary>
internal readonly record struct RecurrentShape(
    long Inputs, long Hidden, long Layers, int Gates, bool Bias, bool BatchFirst, double Dropout, bool Bidirectional)
{
    internal int Directions => Bidirectional ? 2 : 1;

    internal void Check()
    {
        AtLeastOne(Inputs, "inputSize");
        AtLeastOne(Hidden, "hiddenSize");
        AtLeastOne(Layers, "numLayers");
        if (!(Dropout >= 0 && Dropout <= 1))
            throw new ArgumentException($"dropout is {Dropout}; it must be in [0, 1].", nameof(Dropout));
    }

    private static void AtLeastOne(long value, string name)
    {
        if (value < 1)
            throw new ArgumentException($"{name} is {value}; it must be at least 1.", name);
    }
}
