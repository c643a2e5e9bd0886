namespace Lagom.Rl;

/// <summary>Chooses actions with the networks as they are now, for any number of rows.</summary>
internal sealed class PolicyEvaluator(ActorCritic network, ActionKernel kernel, ObservationNormalizer? normalizer, int observationSize)
{
    private RecurrentMemory? _memory;
    private float[] _seen = [];
    private float[] _outputs = [];
    private float[] _logProbabilities = [];
    private float[] _actions = [];

    public int ObservationSize => observationSize;

    public ReadOnlySpan<float> Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, int actionCount, RandomStream? random)
    {
        int rows = isFirst.Length;
        if (observations.Length != rows * observationSize)
            throw new ArgumentException($"There are {observations.Length} numbers; {rows} observations of {observationSize} have {rows * observationSize}.", nameof(observations));
        if (actionCount != rows * kernel.ActionSize)
            throw new ArgumentException($"There is room for {actionCount} numbers; {rows} actions of {kernel.ActionSize} have {rows * kernel.ActionSize}.", "actions");
        if (_logProbabilities.Length != rows)
        {
            _seen = new float[observations.Length];
            _outputs = new float[rows * kernel.Outputs];
            _logProbabilities = new float[rows];
            _actions = new float[actionCount];
            _memory = network.CreateMemory(rows);
        }

        if (normalizer is null)
            observations.CopyTo(_seen);
        else
            normalizer.Apply(observations, _seen);
        network.Act(_seen, isFirst, _memory, _outputs, []);
        if (random is null)
            kernel.Mode(_outputs, _actions);
        else
            kernel.Sample(_outputs, _actions, _logProbabilities, random);
        return _actions;
    }
}
