using System.IO;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoFolder))]

namespace SeizureIntel.EndToEnd.Running;

/// <summary>One demo for all tests that need data: simulated, taken in, studied and printed by the executable.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    public string Data { get; } = Directory.CreateTempSubdirectory("seizureintel-e2e-").FullName;

    public Ended Demo { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync() =>
        Demo = await Executable.RunAsync("demo", "--data", Data, "--cases", "1500", "--seed", "3", "--json");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }
}
