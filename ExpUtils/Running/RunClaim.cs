using System.Diagnostics;
using System.Text.Json;

namespace ExpUtils.Running;

/// <summary>
/// A run under way, held by one process: a file that only one can create, which its owner touches from time to time. On the owner's machine
/// its process tells whether it lives; from elsewhere, only how long ago the file was touched.
/// </summary>
internal sealed class RunClaim : IDisposable
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan DeadAfter = TimeSpan.FromMinutes(3);

    private readonly string _path;
    private readonly ITimer _touching;

    private RunClaim(string path, TimeProvider time)
    {
        _path = path;
        _touching = time.CreateTimer(_ => Touch(path, time), null, TouchEvery, TouchEvery);
    }

    public static RunClaim? TryTake(string path, long index, string job, TimeProvider time)
    {
        using var self = Process.GetCurrentProcess();
        var content = new RunClaimContent
        {
            Index = index, Host = Environment.MachineName, ProcessId = Environment.ProcessId, ProcessStarted = self.StartTime.ToUniversalTime(), Started = time.GetUtcNow(), Job = job,
        };
        for (int attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read))
                    JsonSerializer.Serialize(stream, content, RunJson.Default.RunClaimContent);
                return new RunClaim(path, time);
            }
            catch (IOException exception) when (IsThere(exception) || File.Exists(path))
            {
                // A job runs once at a time: where Slurm has started it again, whoever held the claim for it is gone.
                RunClaimContent? held = Read(path);
                bool isOwn = job.Length > 0 && held?.Job == job && !(held.Host == content.Host && held.ProcessId == content.ProcessId);
                if ((!isOwn && IsAlive(path, time)) || !TryRemove(path, held))
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the owner of a claim still works on it.</summary>
    public static bool IsAlive(string path, TimeProvider time)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return false;
        bool isFresh = time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc < DeadAfter;
        // Just made, and not written yet; or its writer died in between.
        if (Read(path) is not { } claim)
            return isFresh;
        return claim.Host == Environment.MachineName ? IsRunning(claim) : isFresh;
    }

    public static RunClaimContent? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Default.RunClaimContent);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _touching.Dispose();
        File.Delete(_path);
    }

    // The file may be gone again by the time one looks, so the error itself has to tell: EEXIST, or ERROR_FILE_EXISTS.
    private static bool IsThere(IOException exception) => exception.HResult is 17 or unchecked((int)0x80070050);

    // Several may find the same claim dead at once, and the first of them may have put its own there since: whoever moves that aside puts it back.
    private static bool TryRemove(string path, RunClaimContent? dead)
    {
        string aside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.Move(path, aside);
        }
        catch (FileNotFoundException)
        {
            return true;
        }

        bool isDead = Read(aside) == dead;
        if (!isDead && !File.Exists(path))
            File.Move(aside, path);
        else
            File.Delete(aside);
        return isDead;
    }

    private static bool IsRunning(RunClaimContent claim)
    {
        try
        {
            using var owner = Process.GetProcessById(claim.ProcessId);
            // Another process may have got the number since.
            return !owner.HasExited && (owner.StartTime.ToUniversalTime() - claim.ProcessStarted).Duration() < TimeSpan.FromSeconds(2);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void Touch(string path, TimeProvider time)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        }
        catch (IOException)
        {
            // The next touch may succeed; until then the claim only looks older than it is.
        }
    }
}
