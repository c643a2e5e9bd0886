using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl;

/// <summary>Two dense networks, one for the policy and one for the value.</summary>
internal sealed class DenseActorCritic : ActorCritic
{
    private readonly Mlp _actor;
    private readonly Mlp _critic;
    private readonly FastForward _fastActor;
    private readonly FastForward _fastCritic;

    public DenseActorCritic(int observationSize, int outputs, bool isContinuous, OnPolicyOptions options, RandomStream random)
        : base(nameof(DenseActorCritic))
    {
        int[] hidden = [.. options.HiddenSizes];
        _actor = new Mlp(observationSize, hidden, outputs, options.Activation, random).Orthogonalize(random, outputGain: 0.01);
        _critic = new Mlp(observationSize, hidden, 1, options.Activation, random).Orthogonalize(random, outputGain: 1);
        register_module("actor", _actor);
        register_module("critic", _critic);
        if (isContinuous)
        {
            LogDeviation = new Parameter(full(outputs, Math.Log(options.InitialStandardDeviation), dtype: ScalarType.Float32));
            register_parameter("log_std", LogDeviation);
        }

        _fastActor = FastForward.Of(_actor);
        _fastCritic = FastForward.Of(_critic);
    }

    public override Parameter? LogDeviation { get; }

    public override bool IsRecurrent => false;

    public override void Refresh()
    {
        _fastActor.Refresh();
        _fastCritic.Refresh();
    }

    public override void SaveActing(NumberWriter writer)
    {
        _fastActor.Save(writer);
        _fastCritic.Save(writer);
    }

    public override void LoadActing(NumberReader reader)
    {
        _fastActor.Load(reader);
        _fastCritic.Load(reader);
    }

    public override void Act(ReadOnlySpan<float> observations, ReadOnlySpan<bool> isFirst, RecurrentMemory? memory, Span<float> outputs, Span<float> values)
    {
        if (!outputs.IsEmpty)
            _fastActor.Forward(observations, outputs);
        if (!values.IsEmpty)
            _fastCritic.Forward(observations, values);
    }

    public override float Value(ReadOnlySpan<float> observation, RecurrentMemory? memory, int row)
    {
        Span<float> value = stackalloc float[1];
        _fastCritic.Forward(observation, value);
        return value[0];
    }

    public override RecurrentMemory? CreateMemory(int rows) => null;

    public override (Tensor Outputs, Tensor Values) Learn(Tensor observations, Tensor? isFirst, LstmState? start) =>
        (_actor.call(observations), _critic.call(observations));
}
