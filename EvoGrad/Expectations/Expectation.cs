using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad;

/// <summary>
/// The mean of values over a sample, differentiable to any order in the parameters of the distribution that the sample came from.
/// </summary>
/// <remarks>
/// Each value is multiplied with exp(log p − constant(log p)): a ratio that is exactly 1, but whose derivatives are those of the density
/// over itself. The first derivative is then the score-function gradient mean(f s); the higher ones are unbiased too, since no derivative
/// is written by hand. Values may depend on parameters themselves; both ways count. Expectations may enter the values of others.
/// <para><b>Source:</b> Foerster et al. (2018), "DiCE: the infinitely differentiable Monte Carlo estimator"; Williams (1992), "Simple
/// statistical gradient-following algorithms for connectionist reinforcement learning"; Salimans et al. (2017), "Evolution strategies as a
/// scalable alternative to reinforcement learning".</para>
/// </remarks>
public static class Expectation
{
    /// <summary>The expectation of values under a population.</summary>
    /// <param name="values">A number, vector or more for each individual; as many along <paramref name="axis"/> as the sample has individuals.</param>
    /// <param name="sample">The individuals that the values belong to.</param>
    /// <param name="population">The distribution that they were drawn from.</param>
    /// <param name="axis">The dimension of the values along which the individuals stand; negative ones count from the end.</param>
    /// <param name="baseline">Lowers the variance of derivatives; none if null. The value does not change.</param>
    /// <returns>The mean over the axis, without it: exactly the plain mean in value. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">Values and sample do not fit in number, type or device, or a parameter is not allowed.</exception>
    /// <exception cref="NotFiniteNumberException">A value is NaN or infinite; the message names the individual.</exception>
    /// <exception cref="InvalidOperationException">There is nothing to differentiate: no parameter requires a gradient, or log p does not depend on any; or log p is not finite.</exception>
    public static Tensor Of(Tensor values, Sample sample, IPopulation population, int axis = 0, Baseline? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(population);
        long dimension = ExpectationCheck.Values(values, sample, population, axis);
        using DisposeScope scope = NewDisposeScope();
        Tensor ratio = Along(Ratio(ExpectationCheck.LogProbability(population, sample, values)), values.ndim, dimension);
        Tensor mean = (values * ratio).mean([dimension]);
        if (baseline is not null)
            mean = mean - (baseline.For(values, dimension, sample.IsPaired) * (ratio - 1)).mean([dimension]);
        return mean.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The expectation of values with the help of others whose expectation is known: mean(f − c h) + c E[h]. The value and all derivatives stay
    /// unbiased for every c, and have less variance where f and h go together.
    /// </summary>
    /// <param name="values">The values f, as for <see cref="Of"/>; the individuals stand along the first dimension.</param>
    /// <param name="control">The values h of the control, of the same shape.</param>
    /// <param name="controlExpectation">E[h] in closed form, differentiable in the parameters; broadcasts to the result.</param>
    /// <param name="coefficient">c; 1 is best where h approximates f.</param>
    /// <param name="sample">The individuals that the values belong to.</param>
    /// <param name="population">The distribution that they were drawn from.</param>
    /// <param name="baseline">As for <see cref="Of"/>, of f − c h.</param>
    /// <returns>The expectation; the caller disposes it.</returns>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static Tensor WithControl(
        Tensor values, Tensor control, Tensor controlExpectation, double coefficient, Sample sample, IPopulation population, Baseline? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(controlExpectation);
        if (!control.shape.AsSpan().SequenceEqual(values.shape))
            throw new ArgumentException($"The control has shape [{string.Join(", ", control.shape)}]; the values have [{string.Join(", ", values.shape)}].", nameof(control));
        using DisposeScope scope = NewDisposeScope();
        return (Of(values - control * coefficient, sample, population, baseline: baseline) + controlExpectation * coefficient).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The expectation over the other individuals for each one: out[j] = mean of pairs[i, j] over i ≠ j. The inner mean of a nested expectation, such as
    /// a kernel density, without the individual itself, which would bias it; in antithetic pairs without its mirror image too, which has the same noise.
    /// </summary>
    /// <param name="pairs">A number for each pair, shape [n, n]; the diagonal is not looked at.</param>
    /// <param name="sample">The individuals: at least two, or two pairs.</param>
    /// <param name="population">The distribution that they were drawn from.</param>
    /// <returns>Shape [n]; the caller disposes it.</returns>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static Tensor OverOthers(Tensor pairs, Sample sample, IPopulation population)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(sample);
        int left = sample.IsPaired ? 2 : 1;
        if (!pairs.shape.AsSpan().SequenceEqual([sample.Count, sample.Count]) || sample.Count <= left)
            throw new ArgumentException($"The pairs have shape [{string.Join(", ", pairs.shape)}]; it must be [{sample.Count}, {sample.Count}], at least {2 * left}.", nameof(pairs));
        using DisposeScope scope = NewDisposeScope();
        Tensor own = eye(sample.Count, sample.Count, device: pairs.device);
        if (sample.IsPaired)
            own = own + own.roll(sample.Count / 2, 0);
        Tensor others = pairs.masked_fill(own.type(ScalarType.Bool), 0);
        return (Of(others, sample, population) * (sample.Count / (double)(sample.Count - left))).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// exp(x − constant(x)): exactly 1 in value, with the derivatives of exp(x) over itself. Multiply with it what shall carry the score of x.
    /// </summary>
    /// <param name="logProbability">Logarithms of densities or probabilities.</param>
    /// <returns>Ones in the same shape; the caller disposes it.</returns>
    public static Tensor Ratio(Tensor logProbability)
    {
        ArgumentNullException.ThrowIfNull(logProbability);
        using DisposeScope scope = NewDisposeScope();
        return (logProbability - logProbability.detach()).exp().MoveToOuterDisposeScope();
    }

    // The individuals' dimension moves to where it stands in the values; those of independent searches come right after it.
    private static Tensor Along(Tensor ratio, long dimensions, long axis)
    {
        var shape = new long[dimensions];
        Array.Fill(shape, 1);
        ratio.shape.CopyTo(shape.AsSpan((int)axis));
        return ratio.reshape(shape);
    }
}
