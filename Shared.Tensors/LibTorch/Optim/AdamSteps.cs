namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW have in common: their states begin with the mean, the mean of squares and its largest values.</summary>
internal static class AdamSteps
{
    internal static void Run(UpdateBatch batch, torch.Tensor[] directions, double lr, double beta1, double beta2, double eps, bool amsgrad)
    {
        var step = batch.NextStep();
        if (FusedAdam.TryRun(batch, directions, step, lr, beta1, beta2, eps, amsgrad))
            return;
        var flat = batch.Flat(amsgrad ? 3 : 2);
        torch.Tensor[] means = flat?.All(0) ?? batch.Slot(0), squares = flat?.All(1) ?? batch.Slot(1);
        if (flat is not null)
            directions = batch.Own([FlatMoments.Together(directions)]);
        Foreach.MulInPlaceByScalar.Run(means, beta1);
        Foreach.AddInPlaceByList.Run(means, directions, 1 - beta1);
        Foreach.MulInPlaceByScalar.Run(squares, beta2);
        Foreach.AddcmulInPlace.Run(squares, directions, directions, 1 - beta2);
        if (amsgrad)
        {
            var largest = flat?.All(2) ?? batch.Slot(2);
            Foreach.MaximumInPlace.Run(largest, squares);
            squares = largest;
        }
        var denominators = flat?.Root(squares) ?? batch.Own(Foreach.Sqrt.CallList((Argument)squares));
        Foreach.DivInPlaceByScalar.Run(denominators, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Foreach.AddInPlaceByScalar.Run(denominators, eps);
        Foreach.AddcdivInPlace.Run(batch.Parameters, flat?.Views(0) ?? means, flat?.RootViews ?? denominators,
            -(lr / (1 - Math.Pow(beta1, step))));
    }
}
