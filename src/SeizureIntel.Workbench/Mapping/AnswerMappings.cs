using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace SeizureIntel.Workbench.Mapping;

/// <summary>From the domain's objects to the contracts.</summary>
public static class AnswerMappings
{
    /// <summary>The mappings; a test holds them complete.</summary>
    /// <param name="licenseKey">AutoMapper's licence key; null where none is needed.</param>
    public static MapperConfiguration Of(string? licenseKey) =>
        // AutoMapper speaks about its licence through this factory alone; docs/decisions/0012 does so for it.
        new(
            c =>
            {
                c.LicenseKey = licenseKey;
                c.AddProfile<AnswerProfile>();
            },
            NullLoggerFactory.Instance
        );
}
