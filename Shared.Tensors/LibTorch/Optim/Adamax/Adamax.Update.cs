namespace TorchSharp.Modules;

public partial class Adamax
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var step = batch.NextStep();
        var directions = batch.Directions(false, options.weight_decay);
        torch.Tensor[] means = batch.Slot(0), largest = batch.Slot(1);
        Foreach.MulInPlaceByScalar.Run(means, beta1);
        Foreach.AddInPlaceByList.Run(means, directions, 1 - beta1);
        Foreach.MulInPlaceByScalar.Run(largest, beta2);
        var sizes = batch.Own(Foreach.Abs.CallList((Argument)directions));
        Foreach.AddInPlaceByScalar.Run(sizes, options.eps!.Value);
        Foreach.MaximumInPlace.Run(largest, sizes);
        Foreach.AddcdivInPlace.Run(batch.Parameters, means, largest, -(options.LearningRate!.Value / (1 - Math.Pow(beta1, step))));
    }
}
