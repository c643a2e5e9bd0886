using System.Numerics.Tensors;

namespace Lagom.Evolution.LinearAlgebra;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices of one size, by vector instructions and without allocation.</summary>
/// <remarks>
/// Householder reflections to a tridiagonal matrix, then implicit QL steps. Rows are padded to whole vectors, so that no loop has a tail; the
/// rotations of a QL step run over the eigenvectors a few at a time, a strip of columns after another, so that a row is loaded and stored less often.
/// MathNet's decomposition takes scalar steps over single elements; the tests compare both.
/// <para><b>Source:</b> Golub and Van Loan (2013), "Matrix computations", sections 8.3.1 and 8.3.3; EISPACK's tql2 for the shifts.</para>
/// </remarks>
internal sealed class SymmetricEigen
{
    private const int MaxSteps = 60;

    // Between them, products of three numbers neither vanish nor overflow.
    private const double SmallestSquare = 1e-200;
    private const double LargestSquare = 1e100;

    // Squares of what is nothing beside the matrix, whose numbers are around 1.
    private const double Nothing = 1e-130;

    // So many rotations are run over the eigenvectors at a time, while the next ones are being computed.
    private const int Together = 4;

    private readonly int _size;
    private readonly int _stride;
    private readonly double[] _matrix;
    private readonly double[] _vectors;
    private readonly double[] _reflector;
    private readonly double[] _next;
    private readonly double[] _product;
    private readonly double[] _scales;
    private readonly double[] _diagonal;
    private readonly double[] _beside;
    private readonly double[] _cosines;
    private readonly double[] _sines;

    public SymmetricEigen(int size)
    {
        _size = size;
        _stride = (size + Lanes.Pad - 1) / Lanes.Pad * Lanes.Pad;
        _matrix = new double[size * _stride];
        _vectors = new double[size * _stride];
        _reflector = new double[_stride];
        _next = new double[_stride];
        _product = new double[_stride];
        _scales = new double[size];
        _diagonal = new double[size];
        _beside = new double[size];
        _cosines = new double[size];
        _sines = new double[size];
    }

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">The matrix, row-major [size, size].</param>
    /// <param name="values">Receives the eigenvalues in ascending order.</param>
    /// <param name="vectors">Receives the eigenvectors, the one of value i in row i.</param>
    /// <returns>False where the iteration does not converge, which a matrix of finite numbers does not do.</returns>
    public bool Decompose(ReadOnlySpan<double> matrix, Span<double> values, Span<double> vectors)
    {
        int exponent = ExponentOf(matrix);
        for (int i = 0; i < _size; i++)
        {
            Span<double> row = _matrix.AsSpan(i * _stride, _size);
            matrix.Slice(i * _size, _size).CopyTo(row);
            if (exponent != 0)
                TensorPrimitives.Multiply(row, Math.ScaleB(1, -exponent), row);
        }

        Tridiagonalise();
        AccumulateReflections();
        if (!Diagonalise())
            return false;

        Span<int> order = _size <= 256 ? stackalloc int[_size] : new int[_size];
        for (int i = 0; i < _size; i++)
            order[i] = i;
        _diagonal.CopyTo(values);
        if (exponent != 0)
            TensorPrimitives.Multiply(values, Math.ScaleB(1, exponent), values);
        values.Sort(order);
        for (int i = 0; i < _size; i++)
            _vectors.AsSpan(order[i] * _stride, _size).CopyTo(vectors[(i * _size)..]);
        return true;
    }

    // The power of two that very large or very small numbers are divided by, exactly, so that products of them stay numbers.
    private static int ExponentOf(ReadOnlySpan<double> matrix)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude(matrix));
        return largest is > 0 and (< 1e-30 or > 1e30) && double.IsFinite(largest) ? Math.Clamp(Math.ILogB(largest), -1022, 1022) : 0;
    }

    // After step k row k holds the reflector's vector from column k + 1 on, and _scales[k] its factor; rows below are the rest of the matrix.
    private void Tridiagonalise()
    {
        int n = _size;
        _diagonal[0] = _matrix[0];
        if (n > 2)
            FirstProduct();
        for (int k = 0; k < n - 2; k++)
        {
            int first = (k + 1) & ~(Lanes.Pad - 1);
            Span<double> reflector = _reflector.AsSpan(first), product = _product.AsSpan(first);
            double scale = _scales[k];
            // w = t p - (t² pᵀv / 2) v, and then A - v wᵀ - w vᵀ.
            double half = scale * scale * Lanes.Dot(product, reflector) / 2;
            Lanes.Combine(scale, product, -half, reflector);
            reflector.CopyTo(_matrix.AsSpan(k * _stride + first));

            // The next reflector comes from row k + 1, so each further row is updated and multiplied by it in one go.
            Span<double> row = _matrix.AsSpan((k + 1) * _stride + first, _stride - first);
            Lanes.SubtractTwo(row, _reflector[k + 1], product, _product[k + 1], reflector);
            _diagonal[k + 1] = _matrix[(k + 1) * _stride + k + 1];
            if (k + 1 < n - 2)
            {
                MakeReflector(k + 1);
                int nextFirst = (k + 2) & ~(Lanes.Pad - 1);
                // The product's element i is used for the last time with row i; the dots are kept aside until all rows are done.
                Lanes.SubtractTwoAndDot(_matrix, _stride, k + 2, n, nextFirst, _reflector, _product, _next, _diagonal);

                _next.AsSpan(nextFirst).CopyTo(_reflector.AsSpan(nextFirst));
                _product.AsSpan(nextFirst, k + 2 - nextFirst).Clear();
                _diagonal.AsSpan(k + 2).CopyTo(_product.AsSpan(k + 2));
            }
            else
            {
                Lanes.SubtractTwo(
                    _matrix.AsSpan((n - 1) * _stride + first, _stride - first), _reflector[n - 1], product, _product[n - 1], reflector);
            }
        }

        if (n > 1)
        {
            _beside[n - 2] = _matrix[(n - 2) * _stride + n - 1];
            _diagonal[n - 1] = _matrix[(n - 1) * _stride + n - 1];
            _diagonal[n - 2] = _matrix[(n - 2) * _stride + n - 2];
        }
    }

    private void FirstProduct()
    {
        MakeReflector(0);
        _next.CopyTo(_reflector, 0);
        Array.Clear(_product);
        for (int i = 1; i < _size; i++)
            _product[i] = Lanes.Dot(_matrix.AsSpan(i * _stride, _stride), _reflector);
    }

    // Puts into _next the vector v and into _scales[k] the factor t, so that (1 - t v vᵀ) turns row k right of the diagonal into one number.
    private void MakeReflector(int k)
    {
        int start = k * _stride + k + 1, first = (k + 1) & ~(Lanes.Pad - 1);
        double head = _matrix[start];
        _next.AsSpan(first, k + 2 - first).Clear();
        _matrix.AsSpan(start + 1, _size - k - 2).CopyTo(_next.AsSpan(k + 2));
        double rest = Lanes.Dot(_next.AsSpan(first), _next.AsSpan(first));
        if (rest < Nothing)
        {
            _scales[k] = 0;
            _beside[k] = head;
            return;
        }

        double norm = Math.Sqrt(head * head + rest);
        double pivot = head >= 0 ? head + norm : head - norm;
        _next[k + 1] = pivot;
        _scales[k] = 2 / (pivot * pivot + rest);
        _beside[k] = head >= 0 ? -norm : norm;
    }

    // From here on the order is reversed: QL steps need a quarter to a half fewer rotations where what couples the rows fades towards the first.
    private void AccumulateReflections()
    {
        int n = _size;
        Array.Clear(_vectors);
        for (int i = 0; i < n; i++)
            _vectors[(n - 1 - i) * _stride + i] = 1;
        for (int k = n - 3; k >= 0; k--)
        {
            double scale = _scales[k];
            if (scale == 0)
                continue;
            int first = (k + 1) & ~(Lanes.Pad - 1);
            Lanes.Reflect(_vectors, _stride, 0, n - 1 - k, first, scale, _matrix.AsSpan(k * _stride, _stride));
        }
    }

    private bool Diagonalise()
    {
        int n = _size;
        double[] d = _diagonal, e = _beside;
        Array.Reverse(d);
        Array.Reverse(e, 0, n - 1);
        e[n - 1] = 0;
        for (int l = 0; l < n; l++)
        {
            for (int step = 0; ; step++)
            {
                int m = l;
                for (; m < n - 1; m++)
                {
                    double size = Math.Abs(d[m]) + Math.Abs(d[m + 1]);
                    if (Math.Abs(e[m]) <= double.Epsilon || Math.Abs(e[m]) <= 1.1102230246251565e-16 * size)
                        break;
                }

                if (m == l)
                    break;
                if (step == MaxSteps || !double.IsFinite(d[l]))
                    return false;
                RotateOnce(l, m);
            }
        }

        return true;
    }

    // One implicit QL step on the block l to m. What the next rotation waits for is written without the root: with s = f / ρ and c = g / ρ,
    // c (s t + 2 c b) - b is (f g t + (g² - f²) b) / ρ², so that the root is computed beside the chain and not in it.
    private void RotateOnce(int l, int m)
    {
        double[] d = _diagonal, e = _beside;
        double g = (d[l + 1] - d[l]) / (2 * e[l]);
        g = d[m] - d[l] + e[l] / (g + Math.CopySign(double.Hypot(g, 1), g));
        double f = e[m - 1], b = f, f2 = f * f, p = 0;
        int low = l, high = m;
        for (int i = m - 1; i >= l; i--)
        {
            double next = i > l ? e[i - 1] : 0, last = d[i + 1] - p, t = d[i] - last;
            double square = Math.FusedMultiplyAdd(g, g, f2), sine, cosine;
            if (square is > SmallestSquare and < LargestSquare)
            {
                double inverse = 1 / square, root = Math.Sqrt(square);
                double product = f * g, length = root * inverse;
                sine = f * length;
                cosine = g * length;
                e[i + 1] = root;
                p = Math.FusedMultiplyAdd(f2, t, 2 * product * b) * inverse;
                g = Math.FusedMultiplyAdd(product, t, Math.FusedMultiplyAdd(g, g, -f2) * b) * inverse;
                f2 = f * f * (next * next * inverse);
            }
            else
            {
                double root = double.Hypot(f, g);
                e[i + 1] = root;
                if (root == 0)
                {
                    d[i + 1] -= p;
                    e[m] = 0;
                    low = i + 1;
                    break;
                }

                sine = f / root;
                cosine = g / root;
                double turned = t * sine + 2 * cosine * b;
                p = sine * turned;
                g = cosine * turned - b;
                f2 = sine * next * (sine * next);
            }

            d[i + 1] = last + p;
            f = sine * next;
            b = cosine * next;
            _cosines[i] = cosine;
            _sines[i] = sine;
            if (high - i == Together)
            {
                Lanes.Rotate(_vectors, _stride, i, high, _cosines, _sines);
                high = i;
            }
        }

        if (low == l)
        {
            d[l] -= p;
            e[l] = g;
            e[m] = 0;
        }

        Lanes.Rotate(_vectors, _stride, low, high, _cosines, _sines);
    }
}
