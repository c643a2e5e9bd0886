namespace Lagom.Rl;

/// <summary>What a gradient step found.</summary>
/// <param name="PolicyLoss">The policy's loss.</param>
/// <param name="ValueLoss">The value's loss, half the mean squared error.</param>
/// <param name="Entropy">The mean entropy.</param>
/// <param name="GradientNorm">The norm of the gradients before they were clipped.</param>
internal readonly record struct LearnerStep(double PolicyLoss, double ValueLoss, double Entropy, double GradientNorm);
