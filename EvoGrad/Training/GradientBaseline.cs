namespace EvoGrad;

/// <summary>What a trainer subtracts from the shaped fitness, to lower the gradient's variance.</summary>
public enum GradientBaseline
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The mean of the generation; shrinks the gradient by the factor (n − 1)/n.</summary>
    Mean,

    /// <summary>For each individual the mean of the others, its mirror image left out too; unbiased.</summary>
    LeaveOneOut,
}
