namespace TorchSharp.Modules;

public partial class ASGD
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        double lr = options.LearningRate!.Value, lambd = options.lambd!.Value;
        var step = batch.NextStep();
        var directions = batch.Directions(options.maximize, options.weight_decay);
        var (eta, mu) = (((State)batch.States[0]).eta, ((State)batch.States[0]).mu);
        Foreach.MulInPlaceByScalar.Run(batch.Parameters, 1 - (lambd * eta));
        Foreach.AddInPlaceByList.Run(batch.Parameters, directions, -eta);

        var averages = batch.Slot(0);
        var changes = batch.Own(Foreach.Sub.CallList(batch.Parameters, averages));
        if (mu != 1)
        {
            Foreach.MulInPlaceByScalar.Run(changes, mu);
            Foreach.AddInPlaceByList.Run(averages, changes);
        }
        else
        {
            for (var i = 0; i < averages.Length; i++)
                averages[i].copy_(batch.Parameters[i]);
        }

        // Python keeps both in 32 bits.
        foreach (var state in batch.States)
        {
            ((State)state).eta = (float)(lr / Math.Pow(1 + (lambd * lr * step), options.alpha!.Value));
            ((State)state).mu = (float)(1 / Math.Max(1, step - options.t0!.Value));
        }
    }
}
