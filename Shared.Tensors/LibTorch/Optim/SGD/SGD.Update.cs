namespace TorchSharp.Modules;

public partial class SGD
{
    private protected override void Update(UpdateBatch batch)
    {
        var options = (Options)batch.Options;
        var lr = options.LearningRate!.Value;
        var momentum = options.momentum!.Value;
        var directions = batch.Directions(options.maximize, options.weight_decay);
        if (momentum != 0)
        {
            var isFirst = ((State)batch.States[0]).momentum_buffer is null;
            if (isFirst)
                Begin(batch.States, directions);
            var buffers = batch.Slot(0);
            if (!isFirst)
            {
                Foreach.MulInPlaceByScalar.Run(buffers, momentum);
                Foreach.AddInPlaceByList.Run(buffers, directions, 1 - options.dampening!.Value);
            }
            directions = options.nesterov == true ? batch.Own(Foreach.AddByList.CallList(directions, buffers, momentum)) : buffers;
        }
        Foreach.AddInPlaceByList.Run(batch.Parameters, directions, -lr);
    }

    private static void Begin(OptimizerState[] states, torch.Tensor[] directions)
    {
        for (var i = 0; i < states.Length; i++)
            ((State)states[i]).momentum_buffer = directions[i].clone().DetachFromDisposeScope();
    }
}
