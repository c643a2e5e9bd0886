namespace TorchSharp.Modules;

/// <summary>The parameters of a recurrent cell; those of the gates lie one upon another.</summary>
internal sealed class CellWeights
{
    private readonly long _hidden;

    internal CellWeights(long inputs, long hidden, int gates, bool bias, torch.Device? device, torch.ScalarType? dtype)
    {
        new RecurrentShape(inputs, hidden, 1, gates, bias, false, 0, false).Check();
        _hidden = hidden;
        var bound = 1 / Math.Sqrt(hidden);
        Input = Defaults.Uniform([gates * hidden, inputs], bound, device, dtype);
        Hidden = Defaults.Uniform([gates * hidden, hidden], bound, device, dtype);
        if (!bias)
            return;
        InputBias = Defaults.Uniform([gates * hidden], bound, device, dtype);
        HiddenBias = Defaults.Uniform([gates * hidden], bound, device, dtype);
    }

    internal Parameter Input { get; set; }

    internal Parameter Hidden { get; set; }

    internal Parameter? InputBias { get; set; }

    internal Parameter? HiddenBias { get; set; }

    /// <summary>Names the parameters as Python does.</summary>
    internal void Register(Action<string, Parameter> register)
    {
        register("weight_ih", Input);
        register("weight_hh", Hidden);
        if (InputBias is null || HiddenBias is null)
            return;
        register("bias_ih", InputBias);
        register("bias_hh", HiddenBias);
    }

    /// <summary>The state before the first step of a batch, or of a single sequence.</summary>
    internal torch.Tensor ZeroState(torch.Tensor input) => input.ndim == 1
        ? torch.zeros([_hidden], Hidden.dtype, input.device)
        : torch.zeros([input.shape[0], _hidden], Hidden.dtype, input.device);
}
