namespace Sluice.Generators.Model;

/// <summary>How a factory method of a configuration is declared.</summary>
internal enum ConfigurationFactoryDeclaration
{
    Public,

    /// <summary>A base class has one too.</summary>
    PublicNew,

    /// <summary>The class has a member of that name, so that only the interface gets the method.</summary>
    Explicit,
}
