namespace Layg;

/// <summary>The wrapped function, whatever form the user gave it in. An evaluation that is asked for begins, cancelled or not.</summary>
internal abstract class TrueFunction
{
    public abstract double[] Evaluate(ReadOnlySpan<double> x, CancellationToken cancellationToken);

    public virtual ValueTask<double[]> EvaluateAsync(ReadOnlyMemory<double> x, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Evaluate(x.Span, cancellationToken));

    public static TrueFunction From(Func<double[], double[]> function) =>
        new ArrayFunction(function ?? throw new ArgumentNullException(nameof(function)));

    public static TrueFunction From(Func<double[], double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new ArrayFunction(x => [function(x)]);
    }

    public static TrueFunction From(SpanFunction function, int outputDimension)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputDimension, 1);
        return new InPlaceFunction(function, outputDimension);
    }

    public static TrueFunction From(AsyncFunction function) =>
        new AwaitedFunction(function ?? throw new ArgumentNullException(nameof(function)));

    private sealed class ArrayFunction(Func<double[], double[]> function) : TrueFunction
    {
        public override double[] Evaluate(ReadOnlySpan<double> x, CancellationToken cancellationToken) => function(x.ToArray());
    }

    private sealed class InPlaceFunction(SpanFunction function, int outputDimension) : TrueFunction
    {
        public override double[] Evaluate(ReadOnlySpan<double> x, CancellationToken cancellationToken)
        {
            var y = new double[outputDimension];
            function(x, y);
            return y;
        }
    }

    private sealed class AwaitedFunction(AsyncFunction function) : TrueFunction
    {
        // A synchronous caller waits here; the pool thread keeps a synchronisation context out of the way.
        public override double[] Evaluate(ReadOnlySpan<double> x, CancellationToken cancellationToken)
        {
            double[] copy = x.ToArray();
            return Task.Run(() => function(copy, cancellationToken).AsTask(), CancellationToken.None).GetAwaiter().GetResult();
        }

        public override ValueTask<double[]> EvaluateAsync(ReadOnlyMemory<double> x, CancellationToken cancellationToken) =>
            function(x, cancellationToken);
    }
}
