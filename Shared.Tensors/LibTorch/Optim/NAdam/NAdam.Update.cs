namespace TorchSharp.Modules;

public partial class NAdam
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        double lr = options.LearningRate!.Value, beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var step = batch.NextStep();
        var mu = Mu(step, options);
        var next = Mu(step + 1, options);
        // Python keeps the product in 32 bits.
        var product = (float)((float)((State)batch.States[0]).mu_product * (float)mu);
        foreach (var state in batch.States)
            ((State)state).mu_product = product;
        var productNext = (float)((float)(product * (float)mu) * (float)next);

        var directions = batch.Directions(false, options.weight_decay);
        torch.Tensor[] means = batch.Slot(0), squares = batch.Slot(1);
        Foreach.MulInPlaceByScalar.Run(means, beta1);
        Foreach.AddInPlaceByList.Run(means, directions, 1 - beta1);
        Foreach.MulInPlaceByScalar.Run(squares, beta2);
        Foreach.AddcmulInPlace.Run(squares, directions, directions, 1 - beta2);
        var denominators = batch.Own(Foreach.DivByScalar.CallList(squares, 1 - Math.Pow(beta2, step)));
        Foreach.SqrtInPlace.Run((Argument)denominators);
        Foreach.AddInPlaceByScalar.Run(denominators, options.eps!.Value);
        Foreach.AddcdivInPlace.Run(batch.Parameters, directions, denominators, -lr * (1 - mu) / (1 - (double)product));
        Foreach.AddcdivInPlace.Run(batch.Parameters, means, denominators, -lr * next / (1 - (double)productNext));
    }

    private static double Mu(long step, Options options) =>
        options.beta1!.Value * (1 - (0.5 * Math.Pow(0.96, step * options.momentum_decay!.Value)));
}
