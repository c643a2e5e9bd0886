namespace DifferentiableExpectations.Demos;

/// <summary>All demonstrations, in the order of the report.</summary>
internal static class AllDemos
{
    public static IReadOnlyList<Demo> List { get; } =
        [new Quadratic(), new Interference(), new Variance(), new Entropy(), new LearntWidth(), new Adaptation(), new CartPoleDemo()];
}
