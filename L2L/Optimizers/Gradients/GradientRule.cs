namespace L2L;

/// <summary>How an estimated gradient becomes a step.</summary>
public enum GradientRule
{
    /// <summary>Learning rate times gradient.</summary>
    Classic,

    /// <summary>The classic step of a gradient with normal noise on it, less and less.</summary>
    Stochastic,

    /// <summary>Adam: moving averages of the gradient and its square, corrected for their start.</summary>
    Adam,

    /// <summary>RMSProp: the gradient divided by the root of the moving average of its square.</summary>
    RmsProp,

    /// <summary>AdaMax: the moving average of the gradient divided by its decaying largest value.</summary>
    AdaMax,
}
