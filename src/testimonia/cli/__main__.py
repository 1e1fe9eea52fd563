"""``python -m testimonia.cli`` runs the command line."""

from testimonia.cli import main

if __name__ == "__main__":
    main()
