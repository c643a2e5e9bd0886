namespace TorchSharp.Modules;

public partial class AdamW
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        var lr = options.LearningRate!.Value;
        var directions = batch.Directions(options.maximize, null);
        Foreach.MulInPlaceByScalar.Run(batch.Parameters, 1 - (lr * options.weight_decay!.Value));
        AdamSteps.Run(batch, directions, lr, options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.amsgrad == true);
    }
}
