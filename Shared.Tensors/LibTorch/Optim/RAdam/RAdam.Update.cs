namespace TorchSharp.Modules;

public partial class RAdam
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        double lr = options.LearningRate!.Value, beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var step = batch.NextStep();
        var directions = batch.Directions(false, options.weight_decay);
        torch.Tensor[] means = batch.Slot(0), squares = batch.Slot(1);
        Foreach.MulInPlaceByScalar.Run(means, beta1);
        Foreach.AddInPlaceByList.Run(means, directions, 1 - beta1);
        Foreach.MulInPlaceByScalar.Run(squares, beta2);
        Foreach.AddcmulInPlace.Run(squares, directions, directions, 1 - beta2);

        var correction2 = 1 - Math.Pow(beta2, step);
        var longest = (2 / (1 - beta2)) - 1;
        var length = longest - (2 * step * Math.Pow(beta2, step) / correction2);
        var changes = batch.Own(Foreach.DivByScalar.CallList(means, 1 - Math.Pow(beta1, step)));
        Foreach.MulInPlaceByScalar.Run(changes, lr);
        // With fewer steps the variance of the scale has no bound.
        if (length > 5)
        {
            var scales = batch.Own(Foreach.Sqrt.CallList((Argument)squares));
            Foreach.AddInPlaceByScalar.Run(scales, options.eps!.Value);
            Foreach.ReciprocalInPlace.Run((Argument)scales);
            Foreach.MulInPlaceByScalar.Run(scales, Math.Sqrt(correction2));
            Foreach.MulInPlaceByList.Run(changes, scales);
            Foreach.MulInPlaceByScalar.Run(changes,
                Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)));
        }
        Foreach.AddInPlaceByList.Run(batch.Parameters, changes, -1);
    }
}
