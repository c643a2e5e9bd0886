namespace TorchSharp.Modules;

public partial class Adagrad
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        var step = batch.NextStep();
        var directions = batch.Directions(false, options.weight_decay);
        var sums = batch.Slot(0);
        Foreach.AddcmulInPlace.Run(sums, directions, directions, 1);
        var denominators = batch.Own(Foreach.Sqrt.CallList(sums));
        Foreach.AddInPlaceByScalar.Run(denominators, options.eps!.Value);
        var lr = options.LearningRate!.Value / (1 + ((step - 1) * options.lr_decay!.Value));
        Foreach.AddcdivInPlace.Run(batch.Parameters, directions, denominators, -lr);
    }
}
