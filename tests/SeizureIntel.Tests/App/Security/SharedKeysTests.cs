using System;
using System.IO;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SeizureIntel.App.Security;
using Xunit;

namespace SeizureIntel.Tests.App.Security;

/// <summary>Processes that share a folder read each other's cookies.</summary>
public sealed class SharedKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizureintel-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_one_process_protects_another_reads()
    {
        string cookie = Protector("shared").Protect("ana");
        Assert.Equal("ana", Protector("shared").Unprotect(cookie));
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => Protector("other").Unprotect(cookie));
    }

    private IDataProtector Protector(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        SecuritySetup.Add(services, new AccessOptions(), Path.Combine(_folder, folder));
        return services.BuildServiceProvider().GetDataProtector("cookies");
    }
}
