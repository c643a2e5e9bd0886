using System.Runtime.InteropServices;
using Shared.Tensors;
using TorchSharp;

namespace EvoGrad;

/// <summary>Individuals that stand one after another in the sample of a seed.</summary>
/// <param name="Seed">The seed of the sample.</param>
/// <param name="First">The index of the first one. Range: at least 0.</param>
/// <param name="Count">How many. Range: at least 1.</param>
/// <param name="Sign">+1; or −1 for their mirror images, whose noise has the other sign.</param>
/// <remarks>
/// An individual's randomness depends on seed and index only, not on the range in which it is drawn. The numbers of individual <c>i</c>
/// are those at <c>i * perIndividual</c> and after, in <c>new RandomStream(Seed).Split(label)</c>; in single precision they come from a faster
/// generator with that stream's key. That is the format of noise, which any machine reproduces bit for bit.
/// </remarks>
public readonly record struct IndividualRange(long Seed, long First, int Count, int Sign = 1)
{
    /// <summary>The label of an individual's own numbers.</summary>
    public const string Individuals = "individuals";

    /// <summary>Fills rows of a matrix with standard normal numbers times <see cref="Sign"/>, a row an individual.</summary>
    /// <param name="perIndividual">Numbers per individual. Range: at least 1.</param>
    /// <param name="type">Float32 or Float64.</param>
    /// <param name="label">Which numbers; another label gives independent ones.</param>
    /// <returns>Shape [count, perIndividual], in the processor's memory.</returns>
    /// <exception cref="ArgumentException">The type is neither Float32 nor Float64.</exception>
    public torch.Tensor NormalNoise(long perIndividual, torch.ScalarType type, string label = Individuals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perIndividual, 1);
        torch.Tensor noise = torch.empty(Count, perIndividual, type);
        try
        {
            // A span has at most 2^31 bytes; a sample may have more.
            int rows = (int)Math.Clamp((1L << 30) / (sizeof(double) * perIndividual), 1, Count);
            for (int row = 0; row < Count; row += rows)
            {
                using torch.Tensor part = noise.narrow(0, row, Math.Min(rows, Count - row));
                Fill(part, (First + row) * perIndividual, label);
            }

            return Sign > 0 ? noise : noise.neg_();
        }
        catch
        {
            noise.Dispose();
            throw;
        }
    }

    /// <summary>Draws numbers uniform in [0, 1), or their distance from 1 for mirror images.</summary>
    /// <param name="perIndividual">Numbers per individual. Range: at least 1.</param>
    /// <param name="label">Which numbers; another label gives independent ones.</param>
    /// <returns>The numbers of the first individual, then those of the next.</returns>
    public double[] UniformNoise(int perIndividual, string label = Individuals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perIndividual, 1);
        var numbers = new double[checked(Count * perIndividual)];
        CounterNoise.FillUniform(Seed, label, First * perIndividual, numbers);
        if (Sign < 0)
        {
            for (int i = 0; i < numbers.Length; i++)
                numbers[i] = Math.BitDecrement(1) - numbers[i];
        }

        return numbers;
    }

    /// <summary>A stream for one individual, for populations that need an unknown number of draws.</summary>
    /// <param name="offset">Which one of the range. Range: 0 to <see cref="Count"/> − 1.</param>
    public RandomStream Stream(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(offset, Count);
        return new RandomStream(Seed).Split("individual", First + offset);
    }

    private void Fill(torch.Tensor rows, long position, string label)
    {
        switch (rows.dtype)
        {
            case torch.ScalarType.Float64:
                CounterNoise.FillNormal(Seed, label, position, MemoryMarshal.Cast<byte, double>(rows.bytes));
                break;
            case torch.ScalarType.Float32:
                CounterNoise.FillNormal(Seed, label, position, MemoryMarshal.Cast<byte, float>(rows.bytes));
                break;
            default:
                throw new ArgumentException($"Normal numbers are drawn as Float32 or Float64, not as {rows.dtype}.", nameof(rows));
        }
    }
}
