using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Search.Embedded;

/// <summary>One writer over all processes: a lock file beside the index, freed by the system when its holder ends.</summary>
internal static class WriteLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the lock at once; dispose what is returned to free it.</summary>
    /// <exception cref="IOException">Another process holds it.</exception>
    public static IDisposable Take(string path) => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Waits for the lock; dispose what is returned to free it.</summary>
    /// <exception cref="TimeoutException">Another process held it longer than <paramref name="patience"/>.</exception>
    public static async Task<IDisposable> TakeAsync(
        string path,
        TimeSpan patience,
        TimeProvider time,
        Action waiting,
        CancellationToken cancellationToken
    )
    {
        long start = time.GetTimestamp();
        bool hasTold = false;
        while (true)
        {
            try
            {
                return Take(path);
            }
            catch (IOException) when (time.GetElapsedTime(start) < patience)
            {
                if (!hasTold)
                    waiting();
                hasTold = true;
            }
            catch (IOException held)
            {
                throw new TimeoutException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Another process has written to the index for more than {patience.TotalSeconds:0} s; wait for it or end it, then try again ({path})."
                    ),
                    held
                );
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
