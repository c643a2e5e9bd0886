namespace TorchSharp.Modules;

public partial class Rprop
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        batch.NextStep();
        var directions = batch.Directions(options.maximize, null);
        for (var i = 0; i < directions.Length; i++)
            Update(batch.Parameters[i], directions[i], (State)batch.States[i], options);
    }

    // No operators over lists exist for masks.
    private static void Update(torch.Tensor parameter, torch.Tensor gradient, State state, Options options)
    {
        using var scope = torch.NewDisposeScope();
        var sign = gradient.mul(state.prev).sign_();
        var turned = sign.lt(0);
        sign.masked_fill_(sign.gt(0), options.etaplus!.Value);
        sign.masked_fill_(turned, options.etaminus!.Value);
        sign.masked_fill_(sign.eq(0), 1);
        state.step_size.mul_(sign).clamp_((Scalar)options.min_step!.Value, (Scalar)options.max_step!.Value);
        state.prev.copy_(gradient).masked_fill_(turned, 0);
        parameter.addcmul_(state.prev.sign(), state.step_size, -1);
    }
}
