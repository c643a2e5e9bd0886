namespace L2L;

/// <summary>The step rules, ascending.</summary>
internal sealed class GradientSteps(GradientDescentOptions options, int dimension)
{
    /// <summary>The moving average of the gradient (Adam, AdaMax).</summary>
    public double[] First { get; set; } = new double[dimension];

    /// <summary>The moving average of the squared gradient (Adam, RMSProp), or its largest value (AdaMax).</summary>
    public double[] Second { get; set; } = new double[dimension];

    /// <summary>Moves a point.</summary>
    /// <param name="x">The point, changed in place.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="k">The step's number, from 1.</param>
    /// <param name="draw">Where random numbers come from.</param>
    public void Apply(double[] x, double[] gradient, int k, Draws draw)
    {
        double rate = options.LearningRate;
        double first = options.FirstOrderDecay, second = options.SecondOrderDecay, momentum = options.MomentumDecay;
        for (int i = 0; i < x.Length; i++)
        {
            double g = gradient[i];
            switch (options.Rule)
            {
                case GradientRule.Stochastic:
                    x[i] += rate * (g + options.StochasticDeviation * draw.Normal() * Math.Pow(options.StochasticDecay, k));
                    break;
                case GradientRule.RmsProp:
                    Second[i] = momentum * Second[i] + (1 - momentum) * g * g;
                    x[i] += rate * g / Math.Sqrt(Second[i] + 1e-6);
                    break;
                case GradientRule.Adam:
                    First[i] = first * First[i] + (1 - first) * g;
                    Second[i] = second * Second[i] + (1 - second) * g * g;
                    x[i] += rate * (First[i] / (1 - Math.Pow(first, k))) / (Math.Sqrt(Second[i] / (1 - Math.Pow(second, k))) + 1e-8);
                    break;
                case GradientRule.AdaMax:
                    First[i] = first * First[i] + (1 - first) * g;
                    Second[i] = Math.Max(second * Second[i], Math.Abs(g));
                    x[i] += Second[i] > 0 ? rate * First[i] / Second[i] : 0;
                    break;
                default:
                    x[i] += rate * g;
                    break;
            }
        }
    }
}
