using System.Globalization;

namespace ExpUtils.Slurm;

/// <summary>Memory as Slurm writes it: a whole number and K, M or G.</summary>
public readonly record struct SlurmMemory
{
    private readonly string _text;

    private SlurmMemory(string text, double megabytes)
    {
        _text = text;
        Megabytes = megabytes;
    }

    /// <summary>The memory in MiB.</summary>
    public double Megabytes { get; }

    /// <summary>Whole gigabytes: <c>4G</c>.</summary>
    /// <param name="gigabytes">Range: at least 1.</param>
    public static SlurmMemory Gigs(int gigabytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gigabytes, 1);
        return Parse(string.Create(CultureInfo.InvariantCulture, $"{gigabytes}G"));
    }

    /// <summary>Gigabytes with a fraction, as whole megabytes: <c>1536M</c> for 1.5.</summary>
    /// <param name="gigabytes">Range: at least one megabyte.</param>
    public static SlurmMemory FromGigabytes(double gigabytes)
    {
        double megabytes = Math.Truncate(gigabytes * 1024);
        return megabytes is >= 1 and < 1e12
            ? Parse(string.Create(CultureInfo.InvariantCulture, $"{(long)megabytes}M"))
            : throw new ArgumentOutOfRangeException(nameof(gigabytes), gigabytes, "The memory must be at least a megabyte, given in gigabytes.");
    }

    /// <summary>Reads digits followed by K, M or G.</summary>
    /// <param name="text">The text; it is kept as it is.</param>
    /// <exception cref="FormatException">It is of another form, or zero.</exception>
    public static SlurmMemory Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        double factor = text.Length < 2 ? 0 : text[^1] switch { 'K' => 1.0 / 1024, 'M' => 1, 'G' => 1024, _ => 0 };
        if (factor > 0 && long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0)
            return new SlurmMemory(text, number * factor);
        throw new FormatException($"The memory is '{text}'; it must be a whole number above 0 and a unit K, M or G, as 4G or 512M.");
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? "0M";
}
