namespace Lagom.Evolution;

/// <summary>A smooth map of the real line into an interval: the identity inside, parabolas in a margin at the bounds, mirror images beyond.</summary>
/// <remarks><b>Source:</b> Hansen's BoxConstraintsLinQuadTransformation in pycma, whose margins these are.</remarks>
internal readonly struct BoundTransform
{
    private readonly double _lower;
    private readonly double _upper;
    private readonly double _lowerMargin;
    private readonly double _upperMargin;

    public BoundTransform(double lower, double upper)
    {
        (_lower, _upper) = (lower, upper);
        double half = (upper - lower) / 2;
        _lowerMargin = Math.Min(half, (1 + Math.Abs(lower)) / 20);
        _upperMargin = Math.Min(half, (1 + Math.Abs(upper)) / 20);
    }

    private bool HasLower => !double.IsInfinity(_lower);

    private bool HasUpper => !double.IsInfinity(_upper);

    /// <summary>The point of the interval that a number stands for.</summary>
    public double Forward(double value)
    {
        value = Fold(value);
        if (HasLower && value < _lower + _lowerMargin)
        {
            double beyond = value - (_lower - _lowerMargin);
            value = _lower + beyond * beyond / (4 * _lowerMargin);
        }
        else if (HasUpper && value > _upper - _upperMargin)
        {
            double beyond = value - (_upper + _upperMargin);
            value = _upper - beyond * beyond / (4 * _upperMargin);
        }

        return Math.Clamp(value, _lower, _upper);
    }

    /// <summary>The number nearest the interval that stands for a point of it; points outside are moved onto the bound first.</summary>
    public double Inverse(double value)
    {
        value = Math.Clamp(value, _lower, _upper);
        if (HasLower && value < _lower + _lowerMargin)
            return _lower - _lowerMargin + 2 * Math.Sqrt(_lowerMargin * (value - _lower));
        if (HasUpper && value > _upper - _upperMargin)
            return _upper + _upperMargin - 2 * Math.Sqrt(_upperMargin * (_upper - value));
        return value;
    }

    // Into the interval where the map is invertible, [lower - margin, upper + margin], by mirroring at its ends.
    private double Fold(double value)
    {
        double low = HasLower ? _lower - _lowerMargin : double.NegativeInfinity;
        double high = HasUpper ? _upper + _upperMargin : double.PositiveInfinity;
        if (value >= low && value <= high)
            return value;
        if (!HasUpper)
            return 2 * low - value;
        if (!HasLower)
            return 2 * high - value;
        double width = high - low;
        double position = (value - low) % (2 * width);
        if (position < 0)
            position += 2 * width;
        return low + (position <= width ? position : 2 * width - position);
    }
}
