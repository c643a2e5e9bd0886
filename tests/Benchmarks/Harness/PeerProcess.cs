using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchmarks.Harness;

/// <summary>
/// A Python process that stays up and answers requests, a JSON object a line: starting the interpreter is never part of a measurement.
/// It has one thread for numerical libraries.
/// </summary>
public sealed class PeerProcess : IDisposable
{
    private readonly string _script;
    private readonly string _python;
    private Process? _process;
    private string? _missing;

    /// <summary>Names the script; the process starts with the first request.</summary>
    /// <param name="script">The script's file name in the folder <c>Peers</c> beside the program.</param>
    /// <param name="python">The interpreter; <c>$PYTHON</c> or <c>/usr/bin/python3</c> when null.</param>
    public PeerProcess(string script, string? python = null)
    {
        _script = Path.Combine(AppContext.BaseDirectory, "Peers", script);
        _python = python ?? (Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } chosen ? chosen : "/usr/bin/python3");
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="parameters">What it needs.</param>
    /// <exception cref="PeerMissingException">There is no interpreter, a library is missing, or the operation failed.</exception>
    public JsonObject Request(string operation, JsonObject? parameters = null)
    {
        if (_missing is not null)
            throw new PeerMissingException(_missing);
        _process ??= Start();
        JsonObject request = parameters ?? [];
        request["op"] = operation;
        string? line = null;
        try
        {
            _process.StandardInput.WriteLine(request.ToJsonString());
            _process.StandardInput.Flush();
            line = _process.StandardOutput.ReadLine();
        }
        catch (IOException)
        {
            // The process is gone; the missing line says so below.
        }

        if (line is null)
            throw Remember($"{_script} ended without an answer");
        JsonObject answer = JsonNode.Parse(line)!.AsObject();
        if (answer["error"] is not { } error)
            return answer;
        bool isMissing = answer["missing"]?.GetValueKind() == JsonValueKind.True;
        throw isMissing ? Remember(error.GetValue<string>()) : new PeerMissingException(error.GetValue<string>());
    }

    /// <summary>Sends a request that measures, and returns its seconds.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="parameters">What it needs.</param>
    /// <exception cref="PeerMissingException">As for <see cref="Request"/>.</exception>
    public double Seconds(string operation, JsonObject? parameters = null) => Request(operation, parameters)["seconds"]!.GetValue<double>();

    /// <inheritdoc />
    public void Dispose()
    {
        if (_process is null)
            return;
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process ended before it read all that was sent.
        }

        if (!_process.WaitForExit(2000))
            _process.Kill();
        _process.Dispose();
        _process = null;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(_python, ["-u", _script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (string variable in (ReadOnlySpan<string>)["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[variable] = "1";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        try
        {
            return Process.Start(start) ?? throw Remember($"{_python} did not start");
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw Remember($"{_python} does not run: {failure.Message}");
        }
    }

    private PeerMissingException Remember(string reason)
    {
        _missing = reason;
        return new PeerMissingException(reason);
    }
}
