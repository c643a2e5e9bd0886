using static TorchSharp.torch;

namespace Layg.Emulators.Torch;

/// <summary>
/// Adam on minibatches; the learning rate is halved where the validation loss stands still, and training ends where that does not help. The
/// best weights are put back at the end.
/// </summary>
internal sealed class Trainer(TrainableNetwork network, TrainingData data, TorchOptions options, FitContext context)
{
    private const double RateFactor = 0.5;
    private const double SmallestRateShare = 1e-4;
    private const double WarmRateShare = 0.2;
    private const double Improvement = 1e-3;
    private const int BatchesPerEpoch = 16;
    private const int SmallestBatch = 8;

    private readonly RandomStream _random = context.Random.Split("batches");

    /// <summary>Trains.</summary>
    /// <param name="warm">Whether the weights are already good.</param>
    /// <exception cref="EmulatorFitException">The loss was never finite.</exception>
    public (int Epochs, int BestEpoch, double ValidationLoss) Run(bool warm)
    {
        double firstRate = options.LearningRate * (warm ? WarmRateShare : 1);
        using optim.Optimizer optimizer = optim.Adam(network.Parameters, firstRate);
        var schedule = optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor: RateFactor, patience: options.Patience, threshold: Improvement);
        Tensor[] best = [.. network.State.Select(tensor => tensor.detach().clone())];
        double bestLoss = ValidationLoss();
        double reference = bestLoss;
        int bestEpoch = 0;
        int lastProgress = 0;
        int epoch = 0;
        while (epoch < options.MaxEpochs)
        {
            epoch++;
            Epoch(optimizer);
            double loss = ValidationLoss();
            if (loss < bestLoss || (double.IsNaN(bestLoss) && double.IsFinite(loss)))
            {
                bestLoss = loss;
                bestEpoch = epoch;
                Copy(network.State, best);
            }

            if (!(bestLoss >= reference * (1 - Improvement)))
            {
                reference = bestLoss;
                lastProgress = epoch;
            }

            if (!double.IsFinite(loss))
                Copy(best, network.State);
            schedule.step(double.IsFinite(loss) ? loss : double.MaxValue);
            double rate = optimizer.ParamGroups.First().LearningRate;
            options.Progress?.Report(new TrainingProgress(epoch, loss, bestLoss, rate));
            if (epoch - lastProgress >= (2 * options.Patience) + 1 || rate < firstRate * SmallestRateShare || bestLoss == 0)
                break;
        }

        Copy(best, network.State);
        if (!double.IsFinite(bestLoss))
            throw new EmulatorFitException($"The network's loss was {bestLoss} in each of {epoch} passes; a smaller learning rate may help.");
        return (epoch, bestEpoch, bestLoss);
    }

    private static void Copy(IReadOnlyList<Tensor> from, IReadOnlyList<Tensor> to)
    {
        using var mode = no_grad();
        for (int i = 0; i < from.Count; i++)
            to[i].copy_(from[i]);
    }

    private void Epoch(optim.Optimizer optimizer)
    {
        using DisposeScope epochScope = NewDisposeScope();
        int count = data.Count;
        int members = options.Members;
        int batch = Math.Clamp(count / BatchesPerEpoch, Math.Min(SmallestBatch, options.BatchSize), options.BatchSize);
        var order = new long[members * count];
        for (int member = 0; member < members; member++)
        {
            int[] permutation = _random.Permutation(count);
            for (int i = 0; i < count; i++)
                order[(member * count) + i] = permutation[i];
        }

        // One gather a pass instead of one a step.
        Tensor indices = tensor(order).ToDevice(data.Inputs.device);
        Tensor inputs = data.Inputs.index_select(0, indices).view(members, count, -1);
        Tensor targets = data.Targets.index_select(0, indices).view(members, count, -1);
        Tensor weights = data.Weights.index_select(0, indices).view(members, count, 1);
        for (int start = 0; start < count; start += batch)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            using DisposeScope stepScope = NewDisposeScope();
            int length = Math.Min(batch, count - start);
            optimizer.zero_grad();
            Tensor residual = (network.Forward(inputs.narrow(1, start, length), training: true) - targets.narrow(1, start, length)) * weights.narrow(1, start, length);
            // The sum over members gives each the gradient that it would have alone.
            Tensor loss = residual.square().mean() * members;
            loss.backward();
            optimizer.step();
        }
    }

    private double ValidationLoss()
    {
        using var mode = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor x = data.ValidationInputs.unsqueeze(0).expand(options.Members, -1, -1);
        return ((network.Forward(x, training: false) - data.ValidationTargets) * data.ValidationWeights).square().mean().type(ScalarType.Float64).item<double>();
    }
}
