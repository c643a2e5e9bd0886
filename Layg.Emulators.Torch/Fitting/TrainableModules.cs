using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>Networks made by the user's factory.</summary>
internal sealed class TrainableModules : TrainableNetwork
{
    private readonly nn.Module<Tensor, Tensor>[] _members;
    private readonly TorchOptions _options;
    private readonly Parameter[] _parameters;
    private readonly Tensor[] _state;

    public TrainableModules(nn.Module<Tensor, Tensor>[] members, TorchOptions options)
    {
        _members = members;
        _options = options;
        _parameters = [.. members.SelectMany(member => member.parameters())];
        _state = [.. _parameters, .. members.SelectMany(member => member.buffers())];
    }

    public override IReadOnlyList<Parameter> Parameters => _parameters;

    public override IReadOnlyList<Tensor> State => _state;

    public override Tensor Forward(Tensor x, bool training)
    {
        var answers = new Tensor[_members.Length];
        for (int member = 0; member < answers.Length; member++)
        {
            if (_members[member].training != training)
                _members[member].train(training);
            answers[member] = _members[member].call(x[member]);
        }

        return stack(answers, 0);
    }

    public override FittedNetwork Finish(TrainingData data, OutputTransform outputs) =>
        new ModuleNetwork(_members, _options.ElementType, device(_options.Device), outputs);

    /// <summary>Makes all members of an ensemble by the user's factory, on the device and with the element type of the options.</summary>
    /// <exception cref="ArgumentException">The factory returned null or a network without parameters.</exception>
    public static nn.Module<Tensor, Tensor>[] Create(int inputs, int outputs, TorchOptions options, int count)
    {
        var members = new nn.Module<Tensor, Tensor>[count];
        for (int member = 0; member < members.Length; member++)
        {
            nn.Module<Tensor, Tensor> made = options.Network!(inputs, outputs) ??
                throw new ArgumentException($"The option {nameof(TorchOptions.Network)} returned null.", nameof(options));
            if (!made.parameters().Any())
                throw new ArgumentException($"The option {nameof(TorchOptions.Network)} returned a {made.GetType().Name} without parameters.", nameof(options));
            members[member] = made;
            made.to(options.ElementType);
            made.to(device(options.Device));
        }

        return members;
    }
}
