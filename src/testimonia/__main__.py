"""``python -m testimonia`` runs the command line."""

from testimonia.cli import main

if __name__ == "__main__":
    main()
