namespace Layg.Emulators.Torch;

/// <summary>Where a training stands after one pass over its points.</summary>
/// <param name="Epoch">Passes so far.</param>
/// <param name="ValidationLoss">Mean squared error on the validation points, in units of the outputs' variance, mean over the ensemble.</param>
/// <param name="BestValidationLoss">The smallest so far; its weights are the ones kept.</param>
/// <param name="LearningRate">The rate of the next pass.</param>
public sealed record TrainingProgress(int Epoch, double ValidationLoss, double BestValidationLoss, double LearningRate);
