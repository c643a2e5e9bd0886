namespace TorchSharp.Modules;

public partial class Adam
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        var lr = options.LearningRate!.Value;
        var directions = batch.Directions(options.maximize, options.weight_decay);
        AdamSteps.Run(batch, directions, lr, options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.amsgrad == true);
    }
}
