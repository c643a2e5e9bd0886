namespace TorchSharp.Modules;

public partial class AdamW
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        var lr = options.LearningRate!.Value;
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var step = batch.NextStep();
        var directions = batch.Directions(options.maximize, null);
        Foreach.MulInPlaceByScalar.Run(batch.Parameters, 1 - (lr * options.weight_decay!.Value));
        torch.Tensor[] means = batch.Slot(0), squares = batch.Slot(1);
        Foreach.MulInPlaceByScalar.Run(means, beta1);
        Foreach.AddInPlaceByList.Run(means, directions, 1 - beta1);
        Foreach.MulInPlaceByScalar.Run(squares, beta2);
        Foreach.AddcmulInPlace.Run(squares, directions, directions, 1 - beta2);
        if (options.amsgrad == true)
        {
            var largest = batch.Slot(2);
            Foreach.MaximumInPlace.Run(largest, squares);
            squares = largest;
        }
        var denominators = batch.Own(Foreach.Sqrt.CallList(squares));
        Foreach.DivInPlaceByScalar.Run(denominators, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Foreach.AddInPlaceByScalar.Run(denominators, options.eps!.Value);
        Foreach.AddcdivInPlace.Run(batch.Parameters, means, denominators, -(lr / (1 - Math.Pow(beta1, step))));
    }
}
