namespace TorchSharp.Modules;

public partial class Adadelta
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        double rho = options.rho!.Value, eps = options.eps!.Value;
        batch.NextStep();
        var directions = batch.Directions(options.maximize, options.weight_decay);
        torch.Tensor[] squares = batch.Slot(0), changes = batch.Slot(1);
        Foreach.MulInPlaceByScalar.Run(squares, rho);
        Foreach.AddcmulInPlace.Run(squares, directions, directions, 1 - rho);
        var denominators = batch.Own(Foreach.AddByScalar.CallList(squares, eps));
        Foreach.SqrtInPlace.Run((Argument)denominators);
        var deltas = batch.Own(Foreach.AddByScalar.CallList(changes, eps));
        Foreach.SqrtInPlace.Run((Argument)deltas);
        Foreach.DivInPlaceByList.Run(deltas, denominators);
        Foreach.MulInPlaceByList.Run(deltas, directions);
        Foreach.MulInPlaceByScalar.Run(changes, rho);
        Foreach.AddcmulInPlace.Run(changes, deltas, deltas, 1 - rho);
        Foreach.AddInPlaceByList.Run(batch.Parameters, deltas, -options.LearningRate!.Value);
    }
}
