namespace Lagom.Rl;

/// <summary>The messages of TensorBoard's plugin for hyperparameters; field numbers are those of its <c>api.proto</c> and <c>plugin_data.proto</c>.</summary>
internal static class HyperparameterValues
{
    private const int TextType = 1;
    private const int FlagType = 2;
    private const int NumberType = 3;

    /// <summary>Which hyperparameters and metrics there are.</summary>
    public static ProtoMessage Experiment(Configuration configuration, IEnumerable<string> metrics)
    {
        var experiment = new ProtoMessage();
        foreach ((string name, ConfigValue value) in configuration)
            experiment.Message(4, new ProtoMessage().Text(1, name).Integer(4, TypeOf(value)));
        foreach (string metric in metrics)
            experiment.Message(5, new ProtoMessage().Message(1, new ProtoMessage().Text(2, metric)));
        return SummaryValues.Hyperparameters("_hparams_/experiment", new ProtoMessage().Message(2, experiment));
    }

    /// <summary>The values of the hyperparameters in this run.</summary>
    public static ProtoMessage Start(Configuration configuration, double seconds)
    {
        var start = new ProtoMessage();
        foreach ((string name, ConfigValue value) in configuration)
            start.Message(1, new ProtoMessage().Text(1, name).Message(2, Value(value)));
        return SummaryValues.Hyperparameters("_hparams_/session_start_info", new ProtoMessage().Message(3, start.Double(5, seconds)));
    }

    private static int TypeOf(ConfigValue value) => value.Kind switch
    {
        ConfigValueKind.Flag => FlagType,
        ConfigValueKind.Integer or ConfigValueKind.Number => NumberType,
        _ => TextType,
    };

    // google.protobuf.Value; lists and null become their JSON text.
    private static ProtoMessage Value(ConfigValue value) => value.Kind switch
    {
        ConfigValueKind.Flag => new ProtoMessage().Integer(4, value.ToFlag() ? 1 : 0),
        ConfigValueKind.Integer or ConfigValueKind.Number => new ProtoMessage().Double(2, value.ToNumber()),
        ConfigValueKind.Text => new ProtoMessage().Text(3, value.ToText()),
        _ => new ProtoMessage().Text(3, value.ToString()),
    };
}
