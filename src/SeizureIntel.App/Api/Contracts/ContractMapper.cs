using AutoMapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace SeizureIntel.App.Api.Contracts;

/// <summary>From the domain's objects to the contracts.</summary>
internal sealed class ContractMapper
{
    private readonly IMapper _mapper;

    /// <param name="licenseKey">AutoMapper's licence key; null where none is needed.</param>
    public ContractMapper(string? licenseKey)
    {
        // AutoMapper speaks about its licence through this factory alone; docs/decisions/0012 does so for it.
        Configuration = new MapperConfiguration(
            c =>
            {
                c.LicenseKey = licenseKey;
                c.AddProfile<ContractProfile>();
            },
            NullLoggerFactory.Instance
        );
        _mapper = Configuration.CreateMapper();
    }

    /// <summary>The mappings, for the test that holds them complete.</summary>
    public MapperConfiguration Configuration { get; }

    public T From<T>(object source) => _mapper.Map<T>(source);
}
