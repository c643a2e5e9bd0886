using System.Runtime.ExceptionServices;

namespace Lagom.Evolution;

/// <summary>Evaluates the candidates of a generation, in any order and number at once, into fixed places.</summary>
internal abstract class GenerationEvaluator
{
    /// <summary>Fills in the values of the candidates that <paramref name="indices"/> names.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public abstract ValueTask EvaluateAsync(Population candidates, double[] values, int[] indices, CancellationToken cancellationToken);

    /// <summary>One candidate at a time, or several threads at once.</summary>
    internal sealed class Single(Objective objective, int degree) : GenerationEvaluator
    {
        public override ValueTask EvaluateAsync(Population candidates, double[] values, int[] indices, CancellationToken cancellationToken)
        {
            if (degree == 1)
            {
                foreach (int i in indices)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    values[i] = objective(candidates[i]);
                }
            }
            else
            {
                InParallel(candidates, values, indices, cancellationToken);
            }

            return ValueTask.CompletedTask;
        }

        private void InParallel(Population candidates, double[] values, int[] indices, CancellationToken cancellationToken)
        {
            var failures = new Exception?[indices.Length];
            Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellationToken }, (k, loop) =>
            {
                if (loop.ShouldExitCurrentIteration)
                    return;
                try
                {
                    values[indices[k]] = objective(candidates[indices[k]]);
                }
                catch (Exception failure)
                {
                    failures[k] = failure;
                    loop.Break();
                }
            });
            // Break finishes all candidates before the first that failed, so the same one is reported whatever the number of threads.
            if (failures.FirstOrDefault(failure => failure is not null) is { } first)
                ExceptionDispatchInfo.Throw(first);
        }
    }

    /// <summary>The whole generation at once.</summary>
    internal sealed class Batch(BatchObjective objective) : GenerationEvaluator
    {
        public override ValueTask EvaluateAsync(Population candidates, double[] values, int[] indices, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (indices.Length == candidates.Count)
            {
                objective(candidates, values);
                return ValueTask.CompletedTask;
            }

            var part = new Population(indices.Length, candidates.Dimension);
            for (int k = 0; k < indices.Length; k++)
                candidates[indices[k]].CopyTo(part[k]);
            var partValues = new double[indices.Length];
            objective(part, partValues);
            for (int k = 0; k < indices.Length; k++)
                values[indices[k]] = partValues[k];
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Several waiting evaluations at once.</summary>
    internal sealed class Async(AsyncObjective objective, int degree) : GenerationEvaluator
    {
        public override async ValueTask EvaluateAsync(Population candidates, double[] values, int[] indices, CancellationToken cancellationToken)
        {
            if (degree == 1)
            {
                foreach (int i in indices)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    values[i] = await objective(candidates.Memory(i), cancellationToken).ConfigureAwait(false);
                }

                return;
            }

            var options = new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(indices, options, async (i, token) =>
                values[i] = await objective(candidates.Memory(i), token).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
