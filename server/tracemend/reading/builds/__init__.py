"""What installers, build tools and compilers say."""
