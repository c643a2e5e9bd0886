using System.Runtime.InteropServices;

namespace TorchSharp.Modules;

/// <summary>libtorch's kernel for a whole step of Adam on a GPU.</summary>
internal static class FusedAdam
{
    private static readonly Operator Kernel = new("aten::_fused_adam_");

    // A libtorch without the kernel says so at the first try.
    private static volatile bool isRefused;

    /// <summary>Takes the step where all parameters are on one GPU and libtorch has the kernel; false otherwise, with nothing changed.</summary>
    internal static bool TryRun(UpdateBatch batch, torch.Tensor[] directions, long step, double lr, double beta1, double beta2, double eps,
        bool amsgrad)
    {
        if (isRefused || !Fit(batch.Parameters))
            return false;
        var steps = batch.Own([torch.full([1L], step, torch.ScalarType.Float32, batch.Parameters[0].device)]);
        // The kernel reads the number of steps of each parameter; here it is the same for all.
        var stepsOfEach = new torch.Tensor[directions.Length];
        Array.Fill(stepsOfEach, steps[0]);
        try
        {
            Kernel.Run(batch.Parameters, directions, batch.Slot(0), batch.Slot(1), amsgrad ? batch.Slot(2) : [], stepsOfEach, lr, beta1, beta2, 0.0,
                eps, amsgrad, false);
            return true;
        }
        catch (ExternalException)
        {
            isRefused = true;
            return false;
        }
    }

    private static bool Fit(torch.Tensor[] parameters)
    {
        var first = parameters[0].Info;
        if (first.DeviceType != (int)DeviceType.CUDA || !torch.is_floating_point((torch.ScalarType)first.DType))
            return false;
        foreach (var parameter in parameters)
        {
            var info = parameter.Info;
            if (info.DeviceType != first.DeviceType || info.DeviceIndex != first.DeviceIndex || info.DType != first.DType)
                return false;
        }
        return true;
    }
}
