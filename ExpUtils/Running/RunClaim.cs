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
                if (!TryRemoveDead(path, content, time))
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the owner of a claim still works on it.</summary>
    public static bool IsAlive(string path, TimeProvider time) => Look(path, time, out _) == Standing.Alive;

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

    // Several may find the same claim dead at once. Only who holds the lock beside it may remove it, and looks again first: another may have put
    // its own there since. The system releases the lock of a killed process.
    private static bool TryRemoveDead(string path, RunClaimContent self, TimeProvider time)
    {
        if (LookFor(self, path, time) == Standing.Alive)
            return false;
        try
        {
            using var turn = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            Standing standing = LookFor(self, path, time);
            // Where there was none, one may be by now: only what was seen dead goes.
            if (standing == Standing.Dead)
                File.Delete(path);
            return standing != Standing.Alive;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Standing LookFor(RunClaimContent self, string path, TimeProvider time)
    {
        Standing standing = Look(path, time, out RunClaimContent? held);
        // A job runs once at a time: where Slurm has started it again, whoever held the claim for it is gone.
        bool isOwn = self.Job.Length > 0 && held?.Job == self.Job && !(held.Host == self.Host && held.ProcessId == self.ProcessId);
        return isOwn ? Standing.Dead : standing;
    }

    private static Standing Look(string path, TimeProvider time, out RunClaimContent? held)
    {
        held = Read(path);
        // After reading: should the claim change hands in between, then it looks younger than it is, never older.
        var file = new FileInfo(path);
        if (!file.Exists)
            return Standing.Missing;
        bool isFresh = time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc < DeadAfter;
        // What cannot be read was just made and not written yet, or its writer died in between.
        bool isAlive = held?.Host == Environment.MachineName ? IsRunning(held) : isFresh;
        return isAlive ? Standing.Alive : Standing.Dead;
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

    private enum Standing
    {
        Missing,
        Dead,
        Alive,
    }
}
