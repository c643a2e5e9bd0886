namespace Layg.Emulators.Torch;

/// <summary>How the network of a fitted emulator was trained.</summary>
/// <param name="Epochs">Passes over the training points; 0 where the outputs were constant.</param>
/// <param name="BestEpoch">The pass whose weights were kept; 0 for those it started with.</param>
/// <param name="ValidationLoss">
/// Mean squared error on the validation points with the weights that were kept, in units of the outputs' variance, mean over the ensemble.
/// </param>
/// <param name="WarmStarted">Whether it started from the weights of the fit before.</param>
/// <param name="TrainingPoints">Points that gradients were taken on.</param>
/// <param name="ValidationPoints">Points that decided when to stop.</param>
/// <param name="CalibrationPoints">Held-out points that the error bar was calibrated on.</param>
public sealed record TrainingSummary(
    int Epochs, int BestEpoch, double ValidationLoss, bool WarmStarted, int TrainingPoints, int ValidationPoints, int CalibrationPoints);
