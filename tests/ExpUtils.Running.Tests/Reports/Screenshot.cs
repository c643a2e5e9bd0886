using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;

namespace ExpUtils.Running.Tests.Reports;

/// <summary>A page as a headless Chromium draws it, without any network.</summary>
internal sealed class Screenshot
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    private readonly byte[] _pixels;
    private readonly int _channels;

    private Screenshot(int width, int height, int channels, byte[] pixels, string console)
    {
        (Width, Height, _channels, _pixels, Console) = (width, height, channels, pixels, console);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>What the page or the browser complained of while drawing it.</summary>
    public string Console { get; }

    /// <summary>Draws a page; the test is ignored where there is no browser.</summary>
    public static Screenshot Of(string page, int width, int height)
    {
        string? browser = Browsers.FirstOrDefault(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, name))));
        if (browser is null)
            Assert.Ignore("There is no Chromium here; build/bootstrap chromium installs it.");
        string folder = Directory.CreateTempSubdirectory("screenshot").FullName;
        try
        {
            string image = Path.Combine(folder, "page.png");
            var start = new ProcessStartInfo(browser!, [
                "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", $"--user-data-dir={folder}/profile", "--host-resolver-rules=MAP * ~NOTFOUND",
                $"--screenshot={image}", $"--window-size={width},{height}", "--enable-logging=stderr", $"file://{Path.GetFullPath(page)}"])
            {
                RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            string console = string.Join('\n', (error + output.Result).Split('\n').Where(line => line.Contains("CONSOLE") || line.Contains("net::ERR")));
            return Read(File.ReadAllBytes(image), console);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>How many pixels between two heights have about this colour.</summary>
    public int Count(int top, int bottom, byte red, byte green, byte blue, int tolerance = 12)
    {
        int count = 0;
        for (int i = top * Width; i < Math.Min(bottom, Height) * Width; i++)
        {
            ReadOnlySpan<byte> pixel = _pixels.AsSpan(i * _channels, 3);
            if (Math.Abs(pixel[0] - red) <= tolerance && Math.Abs(pixel[1] - green) <= tolerance && Math.Abs(pixel[2] - blue) <= tolerance)
                count++;
        }

        return count;
    }

    // PNG: chunks, deflated rows, each with the filter that was used on it.
    private static Screenshot Read(byte[] png, string console)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        int height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        int channels = png[25] == 6 ? 4 : 3;
        using var data = new MemoryStream();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(png, at + 8, length);
            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        int stride = width * channels;
        var pixels = new byte[height * stride];
        var row = new byte[stride + 1];
        for (int y = 0; y < height; y++)
        {
            inflated.ReadExactly(row);
            for (int x = 0; x < stride; x++)
            {
                int left = x < channels ? 0 : pixels[(y * stride) + x - channels];
                int up = y == 0 ? 0 : pixels[((y - 1) * stride) + x];
                int corner = y == 0 || x < channels ? 0 : pixels[((y - 1) * stride) + x - channels];
                int predicted = row[0] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                pixels[(y * stride) + x] = (byte)(row[x + 1] + predicted);
            }
        }

        return new Screenshot(width, height, channels, pixels, console);
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        int byLeft = Math.Abs(estimate - left), byUp = Math.Abs(estimate - up), byCorner = Math.Abs(estimate - corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
