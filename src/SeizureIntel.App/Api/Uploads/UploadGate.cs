using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Settings;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Api.Uploads;

/// <summary>Lets a few files in at once; the others wait unread, so that the network and not this machine's memory holds them.</summary>
internal sealed class UploadGate(UploadOptions options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.AtOnce);

    public UploadOptions Options => options;

    /// <summary>Waits for a place; dispose what is returned to free it.</summary>
    /// <exception cref="Fault">All places stayed taken.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(TimeSpan.FromSeconds(options.WaitSeconds), cancellationToken))
            throw Fault.Failed(
                Problems.Busy,
                $"{options.AtOnce} files are being taken in, and none ended within {options.WaitSeconds} s.",
                "Send the file again later."
            );
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
