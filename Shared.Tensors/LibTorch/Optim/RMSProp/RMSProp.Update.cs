namespace TorchSharp.Modules;

public partial class RMSProp
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        double lr = options.LearningRate!.Value, alpha = options.alpha!.Value, momentum = options.momentum!.Value;
        batch.NextStep();
        var directions = batch.Directions(options.maximize, options.weight_decay);
        var squares = batch.Slot(0);
        Foreach.MulInPlaceByScalar.Run(squares, alpha);
        Foreach.AddcmulInPlace.Run(squares, directions, directions, 1 - alpha);
        torch.Tensor[] denominators;
        if (options.centered == true)
        {
            var means = batch.Slot(1);
            Foreach.MulInPlaceByScalar.Run(means, alpha);
            Foreach.AddInPlaceByList.Run(means, directions, 1 - alpha);
            denominators = batch.Own(Foreach.Addcmul.CallList(squares, means, means, -1));
            Foreach.SqrtInPlace.Run((Argument)denominators);
        }
        else
        {
            denominators = batch.Own(Foreach.Sqrt.CallList(squares));
        }
        Foreach.AddInPlaceByScalar.Run(denominators, options.eps!.Value);
        if (momentum > 0)
        {
            var buffers = batch.Slot(2);
            Foreach.MulInPlaceByScalar.Run(buffers, momentum);
            Foreach.AddcdivInPlace.Run(buffers, directions, denominators);
            Foreach.AddInPlaceByList.Run(batch.Parameters, buffers, -lr);
        }
        else
        {
            Foreach.AddcdivInPlace.Run(batch.Parameters, directions, denominators, -lr);
        }
    }
}
