using System.Globalization;
using System.IO.Compression;

namespace L2L;

/// <summary>Images of handwritten digits with their labels, the data of <see cref="DigitsOptimizee"/>.</summary>
/// <remarks>
/// <b>Source of <see cref="Small"/>:</b> E. Alpaydin and C. Kaynak (1998), "Optical Recognition of Handwritten Digits", UCI Machine Learning
/// Repository (CC BY 4.0), test part, as distributed with scikit-learn.
/// </remarks>
public sealed class DigitImages
{
    private static readonly Lazy<DigitImages> Embedded = new(ReadEmbedded);

    private readonly double[] _pixels;
    private readonly int[] _labels;

    /// <summary>Makes a set of images; the numbers are copied.</summary>
    /// <param name="pixels">The pixels of one image after the other, each mostly in [0, 1].</param>
    /// <param name="labels">The digit of each image. Range: 0 to 9.</param>
    /// <exception cref="ArgumentException">There is no image, the pixels are not as many for each image, or a label is no digit.</exception>
    public DigitImages(ReadOnlySpan<double> pixels, ReadOnlySpan<int> labels)
    {
        OptionCheck.Require(labels.Length > 0, nameof(labels), labels.Length, "at least one image");
        OptionCheck.Require(pixels.Length > 0 && pixels.Length % labels.Length == 0, nameof(pixels), pixels.Length, $"a multiple of the {labels.Length} labels");
        foreach (int label in labels)
            OptionCheck.Require(label is >= 0 and < DigitNetwork.Classes, nameof(labels), label, "a digit from 0 to 9");
        _pixels = pixels.ToArray();
        _labels = labels.ToArray();
    }

    /// <summary>The 1797 images of 8 x 8 pixels that come with this package, pixels divided by 16.</summary>
    public static DigitImages Small => Embedded.Value;

    /// <summary>The number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>The number of pixels of each image.</summary>
    public int PixelCount => _pixels.Length / _labels.Length;

    /// <summary>The digit of each image.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The pixels of one image.</summary>
    /// <param name="index">Its number, from 0.</param>
    public ReadOnlySpan<double> Image(int index) => _pixels.AsSpan(checked(index * PixelCount), PixelCount);

    /// <summary>Reads images and labels in the IDX format of the MNIST files; pixels are divided by 255.</summary>
    /// <param name="imagesPath">The file with the images (<c>*-images-idx3-ubyte</c>), gzip-compressed where its name ends in <c>.gz</c>.</param>
    /// <param name="labelsPath">The file with the labels (<c>*-labels-idx1-ubyte</c>), likewise.</param>
    /// <exception cref="InvalidDataException">A file is not of that format, or the two do not go together.</exception>
    public static DigitImages FromIdx(string imagesPath, string labelsPath)
    {
        (int[] imageShape, byte[] images) = IdxFile.Read(imagesPath);
        (int[] labelShape, byte[] labels) = IdxFile.Read(labelsPath);
        if (imageShape.Length < 2 || labelShape.Length != 1 || imageShape[0] != labelShape[0] || labels.Length == 0)
        {
            throw new InvalidDataException(
                $"'{imagesPath}' holds an array [{string.Join(", ", imageShape)}] and '{labelsPath}' one of [{string.Join(", ", labelShape)}]; " +
                "they should be images [n, height, width] and labels [n].");
        }

        return new DigitImages(Array.ConvertAll(images, static pixel => pixel / 255.0), Array.ConvertAll(labels, static label => (int)label));
    }

    private static DigitImages ReadEmbedded()
    {
        using Stream packed = typeof(DigitImages).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var pixels = new List<double>(1797 * 64);
        var labels = new List<int>(1797);
        while (reader.ReadLine() is { } line)
        {
            string[] numbers = line.Split(',');
            foreach (string number in numbers.AsSpan(0, numbers.Length - 1))
                pixels.Add(double.Parse(number, CultureInfo.InvariantCulture) / 16);
            labels.Add((int)double.Parse(numbers[^1], CultureInfo.InvariantCulture));
        }

        return new DigitImages(pixels.ToArray(), labels.ToArray());
    }
}
